import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, asDay, FIRST_DAY, formatDay, LAST_DAY, parseDay } from './civil-day.ts';
import { addPeriod, formatPeriod, isWithinPeriod, parsePeriod, subtractPeriod } from './period.ts';
import { expectOk } from './result.ts';

const day = (text: string) => expectOk(parseDay(text), 'a day of the test');
const period = (text: string) => expectOk(parsePeriod(text), 'a period of the test');

describe('reading a period', () => {
  it.each([
    ['P7Y', { years: 7, months: 0, weeks: 0, days: 0 }],
    ['P2Y6M', { years: 2, months: 6, weeks: 0, days: 0 }],
    ['P90D', { years: 0, months: 0, weeks: 0, days: 90 }],
    ['P6W', { years: 0, months: 0, weeks: 6, days: 0 }],
    ['P12M', { years: 0, months: 12, weeks: 0, days: 0 }],
    ['P1Y2M3W4D', { years: 1, months: 2, weeks: 3, days: 4 }],
    ['P0D', { years: 0, months: 0, weeks: 0, days: 0 }],
    ['P9999Y', { years: 9999, months: 0, weeks: 0, days: 0 }],
  ])('%s is kept as written', (text, value) => {
    expect(parsePeriod(text)).toEqual({ ok: true, value });
    expect(formatPeriod(period(text))).toBe(text);
  });

  it.each([
    '',
    'P',
    '7Y',
    'P7',
    'p7y',
    'P7y',
    'P1M1Y',
    'P1D1W',
    'P-7Y',
    '-P7Y',
    'P1.5Y',
    'P1,5Y',
    'PT12H',
    'P1DT1H',
    'P1Y ',
    ' P1Y',
    'P1Y\n',
    'P10000Y',
    'P1Y1Y',
    '7 years',
  ])('%j is no period', (text) => {
    expect(parsePeriod(text)).toMatchObject({ ok: false, error: { code: 'KERNEL_PERIOD_FORMAT' } });
  });
});

describe('adding and subtracting', () => {
  it.each([
    // day, period, clamp, next-day
    ['2019-05-20', 'P7Y', '2026-05-20', '2026-05-20'],
    ['2020-02-29', 'P7Y', '2027-02-28', '2027-03-01'],
    ['2021-01-31', 'P1M', '2021-02-28', '2021-03-01'],
    ['2020-02-29', 'P1Y1M', '2021-03-29', '2021-03-29'],
    ['2021-01-31', 'P1M1D', '2021-03-01', '2021-03-02'],
    ['2021-01-31', 'P1M1W', '2021-03-07', '2021-03-08'],
    ['2021-12-25', 'P1W', '2022-01-01', '2022-01-01'],
    ['2021-01-01', 'P90D', '2021-04-01', '2021-04-01'],
    ['2021-01-01', 'P0D', '2021-01-01', '2021-01-01'],
  ] as const)('%s and %s is %s clamped, %s with the next day', (from, text, clamp, nextDay) => {
    expect(formatDay(addPeriod(day(from), period(text), 'clamp'))).toBe(clamp);
    expect(formatDay(addPeriod(day(from), period(text), 'next-day'))).toBe(nextDay);
  });

  it.each([
    ['2026-11-22', 'P5Y', '2021-11-22', '2021-11-22'],
    ['2024-02-29', 'P1Y', '2023-02-28', '2023-03-01'],
    ['2021-03-31', 'P1M', '2021-02-28', '2021-03-01'],
    ['2021-03-31', 'P1M1D', '2021-02-27', '2021-02-28'],
    ['2021-04-01', 'P90D', '2021-01-01', '2021-01-01'],
    ['2022-01-01', 'P1W', '2021-12-25', '2021-12-25'],
  ] as const)('%s less %s is %s clamped, %s with the next day', (from, text, clamp, nextDay) => {
    expect(formatDay(subtractPeriod(day(from), period(text), 'clamp'))).toBe(clamp);
    expect(formatDay(subtractPeriod(day(from), period(text), 'next-day'))).toBe(nextDay);
  });
});

describe('within a period', () => {
  it.each([
    // from, to, period, rounding, inclusive, answer
    ['2019-05-20', '2026-05-20', 'P7Y', 'clamp', true, true],
    ['2019-05-20', '2026-05-20', 'P7Y', 'clamp', false, false],
    ['2019-05-20', '2026-05-19', 'P7Y', 'clamp', false, true],
    ['2019-05-20', '2026-05-21', 'P7Y', 'clamp', true, false],
    ['2020-02-29', '2027-03-01', 'P7Y', 'clamp', true, false],
    ['2020-02-29', '2027-03-01', 'P7Y', 'next-day', true, true],
    ['2020-02-29', '2027-02-28', 'P7Y', 'clamp', true, true],
    ['2020-02-29', '2027-02-28', 'P7Y', 'clamp', false, false],
    ['2020-02-29', '2027-02-28', 'P7Y', 'next-day', false, true],
    ['2020-01-01', '2019-12-31', 'P7Y', 'clamp', true, false],
    ['2020-01-01', '2020-01-01', 'P7Y', 'clamp', true, true],
    ['2020-01-01', '2020-01-01', 'P0D', 'clamp', true, true],
    ['2020-01-01', '2020-01-01', 'P0D', 'clamp', false, false],
  ] as const)(
    'from %s, %s is within %s (%s, inclusive %s): %s',
    (from, to, text, rounding, inclusive, answer) => {
      expect(
        isWithinPeriod({ from: day(from), to: day(to), period: period(text), rounding, inclusive }),
      ).toBe(answer);
    },
  );
});

describe('periods', () => {
  const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map(asDay);
  const anyPeriod = fc.record({
    years: fc.integer({ min: 0, max: 50 }),
    months: fc.integer({ min: 0, max: 30 }),
    weeks: fc.integer({ min: 0, max: 60 }),
    days: fc.integer({ min: 0, max: 400 }),
  });
  const rounding = fc.constantFrom('clamp' as const, 'next-day' as const);

  it('come back from their text', () => {
    fc.assert(
      fc.property(anyPeriod, (p) => {
        expect(parsePeriod(formatPeriod(p))).toEqual({ ok: true, value: p });
      }),
    );
  });

  it('never turn the order of two people round, so an interval of days moves by its ends', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 70 }), anyPeriod, rounding, (early, gap, p, mode) => {
        const late = addDays(early, gap);
        expect(addPeriod(early, p, mode)).toBeLessThanOrEqual(addPeriod(late, p, mode));
        expect(subtractPeriod(early, p, mode)).toBeLessThanOrEqual(subtractPeriod(late, p, mode));
      }),
    );
  });

  it('of days and weeks undo themselves; with months, clamping never reaches past the day it began from', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, rounding, (from, p, mode) => {
        const short = { ...p, years: 0, months: 0 };
        expect(subtractPeriod(addPeriod(from, short, mode), short, mode)).toBe(from);
        const months = { ...p, weeks: 0, days: 0 };
        expect(subtractPeriod(addPeriod(from, months, 'clamp'), months, 'clamp')).toBeLessThanOrEqual(from);
        expect(from - subtractPeriod(addPeriod(from, months, 'clamp'), months, 'clamp')).toBeLessThanOrEqual(
          3,
        );
      }),
    );
  });

  it('rounding to the next day lies at most one day after clamping, before days are added', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, (from, p) => {
        const apart = addPeriod(from, p, 'next-day') - addPeriod(from, p, 'clamp');
        expect([0, 1]).toContain(apart);
      }),
    );
  });
});
