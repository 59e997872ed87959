import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asDay } from './civil-day.ts';
import {
  countDays,
  findGaps,
  type Interval,
  intersectIntervals,
  isDayIn,
  isDayInAny,
  subtractIntervals,
  unionIntervals,
} from './interval.ts';

/** Bounds lie in 0…30, so the days -2…32 show everything: beyond them only the open ends go on. */
const bound = fc.integer({ min: 0, max: 30 }).map(asDay);
const interval: fc.Arbitrary<Interval> = fc.record({ from: bound, to: bound }, { requiredKeys: [] });
const list = fc.array(interval, { maxLength: 6 });
const DAYS = Array.from({ length: 35 }, (_, n) => asDay(n - 2));

/** The model: which of the days a list holds, told without any of the code under test but the definition of "in". */
function daysOf(intervals: readonly Interval[]): boolean[] {
  return DAYS.map((day) =>
    intervals.some(({ from, to }) => (from === undefined || from <= day) && (to === undefined || day < to)),
  );
}

describe('the algebra of intervals', () => {
  it('means what the sets of days mean', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const inA = daysOf(a);
        const inB = daysOf(b);
        expect(daysOf(unionIntervals([...a, ...b]))).toEqual(inA.map((x, n) => x || inB[n]));
        expect(daysOf(intersectIntervals(a, b))).toEqual(inA.map((x, n) => x && inB[n]));
        expect(daysOf(subtractIntervals(a, b))).toEqual(inA.map((x, n) => x && !inB[n]));
        expect(DAYS.map((day) => isDayInAny(a, day))).toEqual(inA);
      }),
    );
  });

  it('finds as gaps the days of the window that are not covered', () => {
    fc.assert(
      fc.property(list, interval, (a, window) => {
        const covered = daysOf(a);
        expect(daysOf(findGaps(a, window))).toEqual(
          DAYS.map((day, n) => isDayIn(window, day) && !covered[n]),
        );
      }),
    );
  });

  it('answers with one list per set of days: in order, not empty, not touching', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        for (const answer of [unionIntervals(a), intersectIntervals(a, b), subtractIntervals(a, b)]) {
          for (const { from = -1, to = 31 } of answer) expect(from).toBeLessThan(to);
          for (let n = 1; n < answer.length; n += 1) {
            const end = answer[n - 1]?.to ?? Number.POSITIVE_INFINITY;
            expect(end).toBeLessThan(answer[n]?.from ?? Number.NEGATIVE_INFINITY);
          }
          expect(unionIntervals(answer)).toEqual(answer);
        }
      }),
    );
  });

  it('does not depend on the order or the repetition of its input', () => {
    fc.assert(
      fc.property(list, (a) => {
        expect(unionIntervals([...a].reverse())).toEqual(unionIntervals(a));
        expect(unionIntervals([...a, ...a])).toEqual(unionIntervals(a));
      }),
    );
  });

  it('obeys the laws of sets to the letter of the list', () => {
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        expect(intersectIntervals(a, b)).toEqual(intersectIntervals(b, a));
        expect(intersectIntervals(a, unionIntervals([...b, ...c]))).toEqual(
          unionIntervals([...intersectIntervals(a, b), ...intersectIntervals(a, c)]),
        );
        expect(subtractIntervals(a, [...b, ...c])).toEqual(subtractIntervals(subtractIntervals(a, b), c));
        expect(unionIntervals([...intersectIntervals(a, b), ...subtractIntervals(a, b)])).toEqual(
          unionIntervals(a),
        );
      }),
    );
  });

  it('counts days so that two parts make the whole', () => {
    const closed = fc.array(fc.record({ from: bound, to: bound }), { maxLength: 6 });
    fc.assert(
      fc.property(closed, list, (a, b) => {
        expect(countDays(a)).toBe(daysOf(a).filter(Boolean).length);
        expect(countDays(intersectIntervals(a, b)) + countDays(subtractIntervals(a, b))).toBe(countDays(a));
      }),
    );
  });
});
