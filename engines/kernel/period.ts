import { addDays, addMonths, type Day, type Rounding } from './civil-day.ts';
import type { KernelProblem } from './errors.ts';
import { quoteText } from './problem.ts';
import { err, ok, type Result } from './result.ts';

/** A length in calendar units, kept as the law wrote it: `P1Y` and `P12M` reach the same day and read differently. */
export type Period = {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
};

/**
 * Reads an ISO 8601 period of whole years, months, weeks and days, each of at most four digits.
 *
 * @example parsePeriod('P2Y6M') // { years: 2, months: 6, weeks: 0, days: 0 }
 */
export function parsePeriod(text: string): Result<Period, KernelProblem> {
  const found = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?$/.exec(text);
  if (!found) {
    return err({
      code: 'KERNEL_PERIOD_FORMAT',
      message: `${quoteText(text)} is not a period of whole years, months, weeks and days.`,
      hint: 'Write P and then the numbers from great to small, for example P7Y, P2Y6M, P6W or P90D.',
    });
  }
  const [years = 0, months = 0, weeks = 0, days = 0] = found.slice(1).map((part) => Number(part ?? 0));
  return ok({ years, months, weeks, days });
}

export function formatPeriod({ years, months, weeks, days }: Period): string {
  const parts = [
    years > 0 ? `${years}Y` : '',
    months > 0 ? `${months}M` : '',
    weeks > 0 ? `${weeks}W` : '',
    days > 0 ? `${days}D` : '',
  ].join('');
  return `P${parts || '0D'}`;
}

/** Years and months move together, in one step that is rounded once; then weeks and days. */
export function addPeriod(day: Day, period: Period, rounding: Rounding): Day {
  return addDays(addMonths(day, monthsOf(period), rounding), daysOf(period));
}

/** The same backwards, in the same order. It need not undo `addPeriod`: 31 March less a month, plus a month, is 28 March. */
export function subtractPeriod(day: Day, period: Period, rounding: Rounding): Day {
  return addDays(addMonths(day, -monthsOf(period), rounding), -daysOf(period));
}

export type WithinPeriod = {
  readonly from: Day;
  readonly to: Day;
  readonly period: Period;
  readonly rounding: Rounding;
  /** Whether the day reached by the whole period still counts: exactly seven years is within seven years, or is not. */
  readonly inclusive: boolean;
};

/** Whether `to` comes no earlier than `from` and no later than the period after it. */
export function isWithinPeriod({ from, to, period, rounding, inclusive }: WithinPeriod): boolean {
  if (to < from) return false;
  const limit = addPeriod(from, period, rounding);
  return inclusive ? to <= limit : to < limit;
}

function monthsOf(period: Period): number {
  return period.years * 12 + period.months;
}

function daysOf(period: Period): number {
  return period.weeks * 7 + period.days;
}
