import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  asDay,
  dayOf,
  daysInMonth,
  FIRST_DAY,
  formatDay,
  LAST_DAY,
  parseDay,
  partsOf,
  weekdayOf,
} from './civil-day.ts';
import { expectOk } from './result.ts';

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map(asDay);
const wideDay = fc.integer({ min: -90_000_000, max: 90_000_000 }).map(asDay);
const months = fc.integer({ min: -3000, max: 3000 });
const rounding = fc.constantFrom('clamp' as const, 'next-day' as const);

describe('civil days', () => {
  it('are written as the platform writes the same instant in UTC, also far outside the readable years', () => {
    fc.assert(
      fc.property(wideDay, (day) => {
        expect(formatDay(day)).toBe(
          new Date(day * 86_400_000).toISOString().slice(0, -'T00:00:00.000Z'.length),
        );
      }),
    );
  });

  it('come back from their text and from their parts', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(expectOk(parseDay(formatDay(day)), 'written by formatDay')).toBe(day);
        const { year, month, day: dayOfMonth } = partsOf(day);
        expect(expectOk(dayOf(year, month, dayOfMonth), 'parts of a day')).toBe(day);
      }),
    );
  });

  it('follow each other without hole or repetition through a whole 400-year cycle', () => {
    let previous = partsOf(asDay(-1));
    for (let n = 0; n < 146_097; n += 1) {
      const parts = partsOf(asDay(n));
      const sameMonth =
        parts.year === previous.year && parts.month === previous.month && parts.day === previous.day + 1;
      const newMonth =
        parts.day === 1 &&
        previous.day === daysInMonth(previous.year, previous.month) &&
        parts.year * 12 + parts.month === previous.year * 12 + previous.month + 1;
      if (!sameMonth && !newMonth) expect.fail(`day ${n} does not follow the day before`);
      previous = parts;
    }
    expect(previous).toEqual({ year: 2369, month: 12, day: 31 });
  });

  it('repeat their weekdays every seven days and agree with the platform', () => {
    fc.assert(
      fc.property(wideDay, (day) => {
        expect(weekdayOf(day) % 7).toBe(new Date(day * 86_400_000).getUTCDay());
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
      }),
    );
  });

  it('keep their order when both move by the same months: no rounding makes a later person earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 70 }), months, rounding, (day, gap, n, mode) => {
        expect(addMonths(addDays(day, gap), n, mode)).toBeGreaterThanOrEqual(addMonths(day, n, mode));
      }),
    );
  });

  it('land on the same day of the month, or on the edge that the rounding names', () => {
    fc.assert(
      fc.property(anyDay, months, (day, n) => {
        const from = partsOf(day);
        const clamped = addMonths(day, n, 'clamp');
        const to = partsOf(clamped);
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + n);
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
        const expected = to.day === from.day ? clamped : addDays(clamped, 1);
        expect(addMonths(day, n, 'next-day')).toBe(expected);
      }),
    );
  });
});
