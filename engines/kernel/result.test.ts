import { describe, expect, it } from 'vitest';
import { andThen, collectResults, err, expectOk, mapResult, ok, type Result } from './result.ts';

const good: Result<number, string> = ok(2);
const bad: Result<number, string> = err('no');

describe('Result', () => {
  it('changes a success and leaves a failure as it was', () => {
    expect(mapResult(good, (n) => n + 1)).toEqual({ ok: true, value: 3 });
    expect(mapResult(bad, (n) => n + 1)).toBe(bad);
  });

  it('goes on only after a success, and the next step may still fail', () => {
    expect(andThen(good, (n) => ok(n * 10))).toEqual(ok(20));
    expect(andThen(good, () => err('later'))).toEqual(err('later'));
    let called = false;
    const stopped = andThen(bad, () => {
      called = true;
      return ok(1);
    });
    expect(stopped).toBe(bad);
    expect(called).toBe(false);
  });

  it('collects values in order when nothing failed', () => {
    expect(collectResults([ok(1), ok(2)])).toEqual(ok([1, 2]));
    expect(collectResults([])).toEqual(ok([]));
  });

  it('collects every error, not only the first', () => {
    expect(collectResults([err('a'), ok(1), err('b')])).toEqual(err(['a', 'b']));
  });

  it('a success that was promised and is missing is a bug, and says why it was promised', () => {
    expect(expectOk(good, 'two was given')).toBe(2);
    expect(() => expectOk(bad, 'two was given')).toThrow(/two was given.*no/);
  });
});
