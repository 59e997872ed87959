import type { KernelProblem } from './errors.ts';
import { quoteText } from './problem.ts';
import { err, ok, type Result } from './result.ts';

declare const dayBrand: unique symbol;

/**
 * A civil day as an integer: days since 1970-01-01 in the proleptic Gregorian calendar, in the zone of whoever's law is asked.
 * Days compare and subtract as numbers. Reading accepts the years 0001 to 9999; arithmetic may lead beyond and stays exact.
 */
export type Day = number & { readonly [dayBrand]: true };

export type DayParts = { readonly year: number; readonly month: number; readonly day: number };

/**
 * What to do when the month reached has no such day: `clamp` takes its last day, `next-day` the first of the following month.
 * 29 February plus one year is 28 February or 1 March; a rule must say which.
 */
export type Rounding = 'clamp' | 'next-day';

/** 1 Monday … 7 Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Days from 0000-03-01, where every 400-year cycle begins, to 1970-01-01. */
const EPOCH_FROM_MARCH_ZERO = 719_468;

/**
 * Reads `YYYY-MM-DD`, nothing else.
 *
 * @example parseDay('1970-01-02') // { ok: true, value: 1 }
 */
export function parseDay(text: string): Result<Day, KernelProblem> {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) {
    return err({
      code: 'KERNEL_DAY_FORMAT',
      message: `${quoteText(text)} is not a date written as YYYY-MM-DD.`,
      hint: 'Write the year, the month and the day with hyphens, for example 2019-05-20.',
    });
  }
  return dayOf(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** The day of these parts, or the reason why the calendar has none. Month and day count from 1. */
export function dayOf(year: number, month: number, day: number): Result<Day, KernelProblem> {
  if (!isWholeIn(year, 1, 9999)) return impossible(`The year ${year} is not between 0001 and 9999.`);
  if (!isWholeIn(month, 1, 12)) return impossible(`There is no month ${month}: months go from 01 to 12.`);
  const last = daysInMonth(year, month);
  if (!isWholeIn(day, 1, last)) {
    return impossible(`There is no day ${day} in ${MONTHS[month - 1]} ${year}: that month has ${last} days.`);
  }
  return ok(fromParts(year, month, day));
}

/** `YYYY-MM-DD`; beyond the years 0000 to 9999 ISO 8601's expanded form with a sign and six digits. */
export function formatDay(day: Day): string {
  const parts = partsOf(day);
  return `${formatYear(parts.year)}-${twoDigits(parts.month)}-${twoDigits(parts.day)}`;
}

export function partsOf(day: Day): DayParts {
  const sinceMarchZero = day + EPOCH_FROM_MARCH_ZERO;
  let year = Math.floor((sinceMarchZero * 400) / 146_097);
  while (marchYearStart(year) > sinceMarchZero) year -= 1;
  while (marchYearStart(year + 1) <= sinceMarchZero) year += 1;
  const dayOfYear = sinceMarchZero - marchYearStart(year);
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: month <= 2 ? year + 1 : year,
    month,
    day: dayOfYear - daysBeforeMarchMonth(marchMonth) + 1,
  };
}

export function addDays(day: Day, days: number): Day {
  return asDay(day + days);
}

/** Moves by whole months, forwards or (negative) backwards, keeping the day of the month where the new month has it. */
export function addMonths(day: Day, months: number, rounding: Rounding): Day {
  const parts = partsOf(day);
  const monthsSinceZero = parts.year * 12 + (parts.month - 1) + months;
  const year = Math.floor(monthsSinceZero / 12);
  const month = monthsSinceZero - year * 12 + 1;
  const last = daysInMonth(year, month);
  if (parts.day <= last) return fromParts(year, month, parts.day);
  const lastDay = fromParts(year, month, last);
  return rounding === 'clamp' ? lastDay : addDays(lastDay, 1);
}

export function addYears(day: Day, years: number, rounding: Rounding): Day {
  return addMonths(day, years * 12, rounding);
}

export function weekdayOf(day: Day): Weekday {
  const daysAfterMonday = (((day + 3) % 7) + 7) % 7;
  return (daysAfterMonday + 1) as Weekday;
}

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : 28;
}

/** A whole number known to count days, for example one read from a column of days. Anything else is a bug. */
export function asDay(daysSince1970: number): Day {
  if (!Number.isSafeInteger(daysSince1970)) throw new RangeError(`${daysSince1970} does not count days`);
  // Adding zero turns -0, which would be another value to canonical tests of equality, into 0.
  return (daysSince1970 + 0) as Day;
}

/** The first and the last day that can be read or entered. */
export const FIRST_DAY: Day = fromParts(1, 1, 1);
export const LAST_DAY: Day = fromParts(9999, 12, 31);

/** Counting years from March puts the leap day last, so that the lengths of the months before it never change. */
function fromParts(year: number, month: number, day: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const marchMonth = (month + 9) % 12;
  return asDay(
    marchYearStart(marchYear) + daysBeforeMarchMonth(marchMonth) + (day - 1) - EPOCH_FROM_MARCH_ZERO,
  );
}

function marchYearStart(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

/** March to July is 31, 30, 31, 30, 31 days: 153 in five months, repeated. */
function daysBeforeMarchMonth(marchMonth: number): number {
  return Math.floor((153 * marchMonth + 2) / 5);
}

function formatYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return (year < 0 ? '-' : '+') + String(Math.abs(year)).padStart(6, '0');
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

function isWholeIn(n: number, least: number, most: number): boolean {
  return Number.isInteger(n) && n >= least && n <= most;
}

function impossible(message: string): Result<never, KernelProblem> {
  return err({
    code: 'KERNEL_DAY_IMPOSSIBLE',
    message,
    hint: 'Check the date, or give only the part you are sure of.',
  });
}
