import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from './civil-day.ts';
import { expectOk } from './result.ts';
import { dayInZone } from './zone-day.ts';

const shown = (instant: string | number, zone: string) => formatDay(expectOk(dayInZone(instant, zone), zone));

describe('the day on the wall', () => {
  it.each([
    // The attempt limit changed for applications submitted on or after 1 July 2021; the last moment was 30 June 23:59 Eastern.
    ['2021-07-01T03:30Z', 'America/New_York', '2021-06-30'],
    ['2021-07-01T03:59:59.999Z', 'America/New_York', '2021-06-30'],
    ['2021-07-01T04:00:00Z', 'America/New_York', '2021-07-01'],
    ['2021-07-01T03:30Z', 'UTC', '2021-07-01'],
    // In winter New York is an hour further from UTC.
    ['2021-01-01T04:30Z', 'America/New_York', '2020-12-31'],
    ['2021-01-01T05:00Z', 'America/New_York', '2021-01-01'],
    ['2021-06-30T18:29:59Z', 'Asia/Kolkata', '2021-06-30'],
    ['2021-06-30T18:30:00Z', 'Asia/Kolkata', '2021-07-01'],
    ['2020-02-29T10:00:00Z', 'Pacific/Kiritimati', '2020-03-01'],
    ['2020-03-01T10:59:00Z', 'Pacific/Pago_Pago', '2020-02-29'],
    ['2021-06-30T23:30:00-04:00', 'UTC', '2021-07-01'],
    ['2021-07-01T00:30:00+05:30', 'UTC', '2021-06-30'],
    ['2021-07-01t00:30:00z', 'UTC', '2021-07-01'],
    // Samoa went from one side of the date line to the other and had no 30 December 2011.
    ['2011-12-30T09:59:00Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['1500-03-01T12:00:00Z', 'UTC', '1500-03-01'],
    ['0001-01-01T00:00:00Z', 'UTC', '0001-01-01'],
    ['9999-12-31T23:59:59Z', 'UTC', '9999-12-31'],
  ])('at %s in %s is %s', (instant, zone, day) => {
    expect(shown(instant, zone)).toBe(day);
  });

  it.each([
    [0, '1970-01-01'],
    [-1, '1969-12-31'],
    [1_625_110_200_000, '2021-07-01'],
    [0.5, '1970-01-01'],
    [8.64e15, '+275760-09-13'],
    [-8.64e15, '-271821-04-20'],
  ])('after %d milliseconds is %s in UTC', (ms, day) => {
    expect(shown(ms, 'UTC')).toBe(day);
  });
});

describe('what is no instant', () => {
  it.each([
    '',
    '2021-07-01',
    '2021-07-01T03:30',
    '2021-07-01 03:30Z',
    '2021-07-01T24:00Z',
    '2021-07-01T03:60Z',
    '2021-07-01T03:30:60Z',
    '2021-07-01T3:30Z',
    '2021-07-01T03:30+24:00',
    '2021-07-01T03:30+05:60',
    '2021-07-01T03:30+0530',
    '2021-07-01T03:30.5Z',
    '2021-07-01T03:30Z\n',
    ' 2021-07-01T03:30Z',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    8.64e15 + 1,
    -8.64e15 - 1,
  ])('%j is refused', (instant) => {
    expect(dayInZone(instant, 'UTC')).toMatchObject({ ok: false, error: { code: 'KERNEL_INSTANT_FORMAT' } });
  });

  it('a day that the calendar does not have is named as one', () => {
    expect(dayInZone('2021-02-29T00:00Z', 'UTC')).toMatchObject({
      ok: false,
      error: {
        code: 'KERNEL_DAY_IMPOSSIBLE',
        message: 'There is no day 29 in February 2021: that month has 28 days.',
      },
    });
  });

  it.each(['', 'Mars/Olympus', '+05:30', '-04:00', 'America/New York', 'x'.repeat(1000)])(
    'the zone %j is unknown',
    (zone) => {
      expect(dayInZone(0, zone)).toMatchObject({ ok: false, error: { code: 'KERNEL_ZONE_UNKNOWN' } });
    },
  );
});

describe('the day in a zone', () => {
  const instant = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });
  const fixed = fc.integer({ min: -14, max: 12 });

  it('of a fixed offset is the UTC day of the instant moved by the offset', () => {
    fc.assert(
      fc.property(instant, fixed, (ms, west) => {
        // POSIX counts these zones westwards: Etc/GMT+5 is five hours behind.
        const zone = `Etc/GMT${west < 0 ? west : `+${west}`}`;
        expect(dayInZone(ms, zone)).toEqual({
          ok: true,
          value: Math.floor((ms - west * 3_600_000) / 86_400_000),
        });
      }),
    );
  });

  it('is the same for a text and for its number', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom('Asia/Tokyo', 'Europe/Berlin', 'America/St_Johns'), (ms, zone) => {
        expect(dayInZone(new Date(ms).toISOString(), zone)).toEqual(dayInZone(ms, zone));
      }),
    );
  });
});
