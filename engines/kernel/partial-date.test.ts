import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asDay, FIRST_DAY, formatDay, LAST_DAY, parseDay } from './civil-day.ts';
import {
  exactDate,
  formatPartialDate,
  intersectPartialDates,
  isExact,
  parsePartialDate,
  precisionOf,
} from './partial-date.ts';
import { expectOk } from './result.ts';

const date = (text: string) => expectOk(parsePartialDate(text), 'a date of the test');

describe('a partial date', () => {
  it.each([
    ['2019', '2019-01-01', '2019-12-31', 'year'],
    ['2020', '2020-01-01', '2020-12-31', 'year'],
    ['2019-02', '2019-02-01', '2019-02-28', 'month'],
    ['2020-02', '2020-02-01', '2020-02-29', 'month'],
    ['2019-12', '2019-12-01', '2019-12-31', 'month'],
    ['2019-04', '2019-04-01', '2019-04-30', 'month'],
    ['2019-05-20', '2019-05-20', '2019-05-20', 'day'],
    ['0001', '0001-01-01', '0001-12-31', 'year'],
    ['9999', '9999-01-01', '9999-12-31', 'year'],
  ])('%s may be any day from %s to %s', (text, earliest, latest, precision) => {
    const read = date(text);
    expect([formatDay(read.earliest), formatDay(read.latest)]).toEqual([earliest, latest]);
    expect(precisionOf(read)).toBe(precision);
    expect(isExact(read)).toBe(precision === 'day');
    expect(formatPartialDate(read)).toBe(text);
  });

  it.each([
    '',
    '19',
    '201',
    '2019-',
    '2019-5',
    '2019-05-',
    '2019-05-2',
    '05/2019',
    'May 2019',
    '2019 ',
    '2019\n',
    '12019',
    '2019-05/2019-07',
    '2019-05-20x',
    ' 2019-05-20',
    ' 2019-05',
    'x2019',
    '-2019',
  ])('%j is not written as a date', (text) => {
    expect(parsePartialDate(text)).toMatchObject({
      ok: false,
      error: { code: 'KERNEL_PARTIAL_DATE_FORMAT', message: expect.stringContaining(JSON.stringify(text)) },
    });
  });

  it.each([
    ['0000', 'The year 0 is not between 0001 and 9999.'],
    ['2019-13', 'There is no month 13: months go from 01 to 12.'],
    ['2019-00', 'There is no month 0: months go from 01 to 12.'],
    ['2019-02-29', 'There is no day 29 in February 2019: that month has 28 days.'],
  ])('%s is impossible, and the message names the part', (text, message) => {
    expect(parsePartialDate(text)).toMatchObject({
      ok: false,
      error: { code: 'KERNEL_DAY_IMPOSSIBLE', message },
    });
  });

  it('that is no whole month or year is written with both ends', () => {
    const from = (a: string, b: string) =>
      formatPartialDate({ earliest: date(a).earliest, latest: date(b).latest });
    expect(from('2019-05-20', '2019-05-31')).toBe('2019-05-20/2019-05-31');
    expect(from('2019-05-01', '2019-05-30')).toBe('2019-05-01/2019-05-30');
    expect(from('2019-05', '2019-06')).toBe('2019-05-01/2019-06-30');
    expect(from('2019-02', '2019-12')).toBe('2019-02-01/2019-12-31');
    expect(from('2019-01', '2019-11')).toBe('2019-01-01/2019-11-30');
    expect(from('2019', '2020')).toBe('2019-01-01/2020-12-31');
    expect(from('2019-12', '2020-12')).toBe('2019-12-01/2020-12-31');
  });

  it('narrows another that allows some of the same days, and contradicts one that does not', () => {
    expect(intersectPartialDates(date('2019'), date('2019-05'))).toEqual(date('2019-05'));
    expect(intersectPartialDates(date('2019-05'), date('2019'))).toEqual(date('2019-05'));
    expect(intersectPartialDates(date('2019-05-20'), date('2019-05-20'))).toEqual(date('2019-05-20'));
    expect(intersectPartialDates(date('2019'), date('2020'))).toBeUndefined();
  });

  it('comes back from its text when it is a day, and a day reads the same alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map(asDay), (day) => {
        const text = formatPartialDate(exactDate(day));
        expect(parsePartialDate(text)).toEqual({ ok: true, value: { earliest: day, latest: day } });
        expect(parseDay(text)).toEqual({ ok: true, value: day });
        const month = date(text.slice(0, 7));
        const year = date(text.slice(0, 4));
        expect(year.earliest <= month.earliest && month.earliest <= day).toBe(true);
        expect(day <= month.latest && month.latest <= year.latest).toBe(true);
      }),
    );
  });
});
