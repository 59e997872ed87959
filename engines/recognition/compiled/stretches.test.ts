import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coveredDays, fewestDays, longestStretch } from './stretches.ts';

describe('the fewest days of a period', () => {
  it.each([
    ['P1Y', 365],
    ['P12M', 365],
    ['P6M', 181],
    ['P1M', 28],
    ['P18M', 546],
    ['P2W', 14],
    ['P90D', 90],
    ['P1Y6M', 546],
  ])('%s has %i', (period, days) => expect(fewestDays(period)).toBe(days));
});

const stretch = fc
  .record({
    from: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: -2, max: 20 }),
    share: fc.constantFrom(0, 0.25, 0.5, 1),
  })
  .map(({ from, length, share }) => [from, from + length, share] as const);
const stretches = fc.array(stretch, { maxLength: 5 });

/** Day by day, as one would count on a calendar. */
function sharesByDay(all: readonly (readonly [number, number, number])[]): readonly number[] {
  return Array.from({ length: 70 }, (_, day) =>
    all.reduce((sum, [from, to, share]) => (day >= from && day < to ? sum + share : sum), 0),
  );
}

describe('stretches of days', () => {
  it('add up to at most one a day', () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const expected = sharesByDay(all).reduce((sum, share) => sum + Math.min(1, share), 0);
        expect(coveredDays(all.flat())).toBeCloseTo(expected, 6);
      }),
    );
  });

  it('the longest has no day without a share', () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const runs = sharesByDay(all)
          .map((share) => (share > 0 ? 'x' : ' '))
          .join('')
          .split(/ +/);
        expect(longestStretch(all.flat())).toBe(Math.max(0, ...runs.map((run) => run.length)));
      }),
    );
  });

  it('shares that add up to one only roughly count as one', () => {
    expect(coveredDays([0, 10, 0.1, 0, 10, 0.2, 0, 10, 0.7])).toBe(10);
  });

  it('one without an end is endless', () => {
    expect(coveredDays([0, Number.POSITIVE_INFINITY, 1])).toBe(Number.POSITIVE_INFINITY);
  });
});
