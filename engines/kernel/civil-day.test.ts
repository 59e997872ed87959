import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  asDay,
  dayOf,
  formatDay,
  parseDay,
  partsOf,
  weekdayOf,
} from './civil-day.ts';
import { expectOk } from './result.ts';

const day = (text: string) => expectOk(parseDay(text), 'a day of the test');

describe('reading a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2000-02-29', 11016],
    ['2026-11-22', 20779],
    ['0001-01-01', -719162],
    ['9999-12-31', 2932896],
  ])('%s is day %i', (text, number) => {
    expect(day(text)).toBe(number);
    expect(formatDay(asDay(number))).toBe(text);
  });

  it.each([
    '',
    '2019',
    '2019-05',
    '2019-5-20',
    '20-05-2019',
    '20190520',
    '2019/05/20',
    ' 2019-05-20',
    '2019-05-20 ',
    '2019-05-20T00:00Z',
    '2019-05-20\n',
    '+2019-05-20',
    '12019-05-20',
    '２０１９-05-20',
  ])('%j is not written as YYYY-MM-DD', (text) => {
    expect(parseDay(text)).toMatchObject({ ok: false, error: { code: 'KERNEL_DAY_FORMAT' } });
  });

  it.each([
    ['2021-02-29', 'There is no day 29 in February 2021: that month has 28 days.'],
    ['1900-02-29', 'There is no day 29 in February 1900: that month has 28 days.'],
    ['2020-02-30', 'There is no day 30 in February 2020: that month has 29 days.'],
    ['2021-04-31', 'There is no day 31 in April 2021: that month has 30 days.'],
    ['2021-06-31', 'There is no day 31 in June 2021: that month has 30 days.'],
    ['2021-09-31', 'There is no day 31 in September 2021: that month has 30 days.'],
    ['2021-11-31', 'There is no day 31 in November 2021: that month has 30 days.'],
    ['2021-01-32', 'There is no day 32 in January 2021: that month has 31 days.'],
    ['2021-01-00', 'There is no day 0 in January 2021: that month has 31 days.'],
    ['2021-13-01', 'There is no month 13: months go from 01 to 12.'],
    ['2021-00-01', 'There is no month 0: months go from 01 to 12.'],
    ['0000-01-01', 'The year 0 is not between 0001 and 9999.'],
  ])('%s is impossible, and the message names the part', (text, message) => {
    expect(parseDay(text)).toMatchObject({ ok: false, error: { code: 'KERNEL_DAY_IMPOSSIBLE', message } });
  });

  it.each([
    [2021, 1.5, 1],
    [2021, 1, 1.5],
    [Number.NaN, 1, 1],
    [10_000, 1, 1],
    [2021, Number.POSITIVE_INFINITY, 1],
  ])('the parts %d, %d, %d make no day', (year, month, dayOfMonth) => {
    expect(dayOf(year, month, dayOfMonth).ok).toBe(false);
  });
});

describe('moving by months and years', () => {
  it.each([
    // from, months, clamp, next-day
    ['2020-02-29', 12, '2021-02-28', '2021-03-01'],
    ['2020-02-29', 48, '2024-02-29', '2024-02-29'],
    ['2020-02-29', -12, '2019-02-28', '2019-03-01'],
    ['2021-01-31', 1, '2021-02-28', '2021-03-01'],
    ['2020-01-31', 1, '2020-02-29', '2020-03-01'],
    ['2021-01-28', 1, '2021-02-28', '2021-02-28'],
    ['2021-03-31', 1, '2021-04-30', '2021-05-01'],
    ['2021-03-31', -1, '2021-02-28', '2021-03-01'],
    ['2021-10-31', 4, '2022-02-28', '2022-03-01'],
    ['2021-12-31', 1, '2022-01-31', '2022-01-31'],
    ['2021-01-15', -1, '2020-12-15', '2020-12-15'],
    ['2021-01-15', 0, '2021-01-15', '2021-01-15'],
    ['2021-11-30', 13, '2022-12-30', '2022-12-30'],
  ] as const)('%s and %i months is %s clamped, %s with the next day', (from, months, clamp, nextDay) => {
    expect(formatDay(addMonths(day(from), months, 'clamp'))).toBe(clamp);
    expect(formatDay(addMonths(day(from), months, 'next-day'))).toBe(nextDay);
  });

  it('a year is twelve months, so a leap day needs rounding', () => {
    expect(formatDay(addYears(day('2020-02-29'), 7, 'clamp'))).toBe('2027-02-28');
    expect(formatDay(addYears(day('2020-02-29'), 7, 'next-day'))).toBe('2027-03-01');
    expect(formatDay(addYears(day('2019-05-20'), 7, 'clamp'))).toBe('2026-05-20');
  });

  it('goes beyond the readable years without losing a day', () => {
    expect(formatDay(addDays(day('9999-12-31'), 1))).toBe('+010000-01-01');
    expect(formatDay(addYears(day('9999-12-31'), 7, 'clamp'))).toBe('+010006-12-31');
    expect(formatDay(addDays(day('0001-01-01'), -1))).toBe('0000-12-31');
    expect(formatDay(addYears(day('0001-01-01'), -2, 'clamp'))).toBe('-000001-01-01');
  });
});

describe('weekdays', () => {
  it.each([
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2026-11-22', 7],
    ['2026-11-23', 1],
    ['0001-01-01', 1],
  ])('%s is ISO weekday %i', (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday);
  });
});

describe('numbers taken for days', () => {
  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d counts no days: a bug', (number) => {
    expect(() => asDay(number)).toThrow(RangeError);
  });

  it('day zero has one form', () => {
    expect(Object.is(asDay(-0), 0)).toBe(true);
    expect(partsOf(asDay(-0))).toEqual({ year: 1970, month: 1, day: 1 });
  });
});
