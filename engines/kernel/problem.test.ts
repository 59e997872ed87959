import { describe, expect, it } from 'vitest';
import { locateProblem, quoteText, toPointer } from './problem.ts';

describe('Problem', () => {
  it.each([
    [[], ''],
    [['exams', 0, 'date'], '/exams/0/date'],
    [['a/b', 'm~n', ''], '/a~1b/m~0n/'],
    [['~1'], '/~01'],
  ])('the pointer of %j is %j (RFC 6901)', (steps, pointer) => {
    expect(toPointer(steps)).toBe(pointer);
  });

  it('a problem found inside a part is placed in the whole', () => {
    const inner = { code: 'X_BAD', message: 'bad', at: '/date' } as const;
    expect(locateProblem(inner, ['exams', 3])).toEqual({
      code: 'X_BAD',
      message: 'bad',
      at: '/exams/3/date',
    });
    expect(locateProblem({ code: 'X_BAD', message: 'bad' }, ['exams'])).toMatchObject({ at: '/exams' });
  });

  it('hostile text is quoted on one line, shortened and well formed', () => {
    expect(quoteText('2021')).toBe('"2021"');
    expect(quoteText('a\n"b"')).toBe('"a\\n\\"b\\""');
    expect(quoteText('x'.repeat(41))).toBe(`"${'x'.repeat(40)}…"`);
    expect(quoteText('x'.repeat(40))).toBe(`"${'x'.repeat(40)}"`);
    expect(quoteText('\ud800')).toBe('"\\ud800"');
    expect(quoteText(`${'x'.repeat(39)}😀`)).not.toMatch(/\p{Surrogate}/u);
  });
});
