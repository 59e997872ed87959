import { addDays, asDay, type Day, dayOf, partsOf } from './civil-day.ts';
import type { KernelProblem } from './errors.ts';
import { quoteText } from './problem.ts';
import { andThen, err, ok, type Result } from './result.ts';

const DAY_MS = 86_400_000;

/** The instants that a platform date can hold (ECMAScript: 10^8 days on either side of 1970). */
const MAX_MS = 100_000_000 * DAY_MS;

/**
 * The civil day that a clock on the wall in an IANA zone shows at an instant. An application sent at 03:30 UTC on 1 July is still one of
 * 30 June in New York. The instant is milliseconds since 1970 UTC, or a text of date, time and offset (RFC 3339; seconds may be left out).
 * The rules of the zones are the platform's: two machines agree as far as their time zone data agree.
 *
 * @example dayInZone('2021-07-01T03:30Z', 'America/New_York') // the day 2021-06-30
 */
export function dayInZone(instant: string | number, zone: string): Result<Day, KernelProblem> {
  const milliseconds = typeof instant === 'string' ? parseInstant(instant) : checkMilliseconds(instant);
  return andThen(milliseconds, (ms) => {
    const format = dayOfMonthFormat(zone);
    return format ? ok(dayShown(format, ms)) : err(unknownZone(zone));
  });
}

/**
 * No zone is ever a whole day from UTC, so the day is the UTC day or a neighbour of it. Their numbers in the month differ, so the number
 * alone tells which; month, year and era, which calendars write in many ways, are not needed.
 */
function dayShown(format: Intl.DateTimeFormat, ms: number): Day {
  const shown = Number(format.formatToParts(ms).find((part) => part.type === 'day')?.value);
  const utcDay = asDay(Math.floor(ms / DAY_MS));
  const day = [-1, 0, 1].map((n) => addDays(utcDay, n)).find((candidate) => partsOf(candidate).day === shown);
  if (day === undefined) throw new Error(`The platform shows day ${shown} for the UTC day ${utcDay}`);
  return day;
}

/** Only names that begin with a letter: bare offsets such as "+05:30" are taken by some platforms and refused by others. */
function dayOfMonthFormat(zone: string): Intl.DateTimeFormat | undefined {
  if (!/^[A-Za-z]/.test(zone)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', { timeZone: zone, day: 'numeric' });
  } catch {
    return undefined;
  }
}

function parseInstant(text: string): Result<number, KernelProblem> {
  const found =
    /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/.exec(
      text,
    );
  if (!found) return err(badInstant(text));
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0));
  const [offsetHour, offsetMinute] = found.slice(8, 10).map((part) => Number(part ?? 0));
  const clock = clockMilliseconds(hour, minute, second);
  const offset = clockMilliseconds(offsetHour, offsetMinute, 0);
  if (clock === undefined || offset === undefined) return err(badInstant(text));
  const ahead = found[7] === '-' ? -offset : offset;
  return andThen(dayOf(year ?? 0, month ?? 0, day ?? 0), (civil) => ok(civil * DAY_MS + clock - ahead));
}

function clockMilliseconds(hour = 0, minute = 0, second = 0): number | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

function checkMilliseconds(ms: number): Result<number, KernelProblem> {
  return Math.abs(ms) <= MAX_MS ? ok(ms) : err(badInstant(String(ms)));
}

function badInstant(text: string): KernelProblem {
  return {
    code: 'KERNEL_INSTANT_FORMAT',
    message: `${quoteText(text)} is not an instant.`,
    hint: 'Write date, time and offset from UTC, for example 2021-07-01T03:30:00Z or 2021-06-30T23:30:00-04:00.',
  };
}

function unknownZone(zone: string): KernelProblem {
  return {
    code: 'KERNEL_ZONE_UNKNOWN',
    message: `${quoteText(zone)} is not a time zone that is known here.`,
    hint: 'Give the IANA name of the zone, for example America/New_York or Asia/Kolkata.',
  };
}
