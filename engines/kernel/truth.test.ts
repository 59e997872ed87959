import { describe, expect, it } from 'vitest';
import { and, atLeast, exactly, not, or, type Truth, truthOf } from './truth.ts';

const T = 'true';
const F = 'false';
const U = 'unknown';

describe('the published tables', () => {
  it.each([
    [T, F],
    [F, T],
    [U, U],
  ] as const)('not %s is %s', (value, result) => {
    expect(not(value)).toBe(result);
  });

  it.each([
    // a, b, a and b, a or b
    [T, T, T, T],
    [T, F, F, T],
    [T, U, U, T],
    [F, T, F, T],
    [F, F, F, F],
    [F, U, F, U],
    [U, T, U, T],
    [U, F, F, U],
    [U, U, U, U],
  ] as const)('%s with %s: and is %s, or is %s', (a, b, both, either) => {
    expect(and([a, b])).toBe(both);
    expect(or([a, b])).toBe(either);
  });

  it('nothing asked: all of none is true, any of none is false', () => {
    expect(and([])).toBe(T);
    expect(or([])).toBe(F);
    expect(atLeast(0, [])).toBe(T);
    expect(atLeast(1, [])).toBe(F);
    expect(exactly(0, [])).toBe(T);
    expect(exactly(1, [])).toBe(F);
  });

  it('a known answer is never unknown', () => {
    expect(truthOf(true)).toBe(T);
    expect(truthOf(false)).toBe(F);
  });
});

/** Every way the unknown ones may turn out. */
function completions(values: readonly Truth[]): boolean[][] {
  return values.reduce<boolean[][]>(
    (rows, value) =>
      rows.flatMap((row) =>
        value === U
          ? [
              [...row, true],
              [...row, false],
            ]
          : [[...row, value === T]],
      ),
    [[]],
  );
}

function agreed(values: readonly Truth[], judge: (row: readonly boolean[]) => boolean): Truth {
  const answers = new Set(completions(values).map(judge));
  if (answers.size > 1) return U;
  return answers.has(true) ? T : F;
}

function listsUpTo(length: number): Truth[][] {
  if (length === 0) return [[]];
  const shorter = listsUpTo(length - 1);
  const longest = shorter.filter((list) => list.length === length - 1);
  return [...shorter, ...longest.flatMap((list) => [T, F, U].map((value) => [...list, value] as Truth[]))];
}

const trues = (row: readonly boolean[]) => row.filter(Boolean).length;

describe('every operator says what all completions agree on, and unknown when they differ', () => {
  const lists = listsUpTo(5);

  it('over all lists of up to five values (364 of them)', () => {
    expect(lists).toHaveLength(364);
    for (const list of lists) {
      expect([list, and(list)]).toEqual([list, agreed(list, (row) => row.every(Boolean))]);
      expect([list, or(list)]).toEqual([list, agreed(list, (row) => row.some(Boolean))]);
    }
  });

  it('for every threshold from none to one more than there are', () => {
    for (const list of lists) {
      for (let n = 0; n <= list.length + 1; n += 1) {
        expect([n, list, atLeast(n, list)]).toEqual([n, list, agreed(list, (row) => trues(row) >= n)]);
        expect([n, list, exactly(n, list)]).toEqual([n, list, agreed(list, (row) => trues(row) === n)]);
      }
    }
  });
});
