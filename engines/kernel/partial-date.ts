import { asDay, type Day, dayOf, daysInMonth, formatDay, parseDay, partsOf } from './civil-day.ts';
import type { KernelProblem } from './errors.ts';
import { quoteText } from './problem.ts';
import { andThen, err, mapResult, type Result } from './result.ts';

/**
 * A date known to a year, a month or a day, as the closed interval of the days it may be: both ends are possible.
 * "2019" is 2019-01-01 to 2019-12-31. A known day has equal ends.
 */
export type PartialDate = { readonly earliest: Day; readonly latest: Day };

export type DatePrecision = 'year' | 'month' | 'day' | 'range';

/**
 * Reads `2019`, `2019-05` or `2019-05-20`.
 *
 * @example parsePartialDate('2019-02') // earliest 2019-02-01, latest 2019-02-28
 */
export function parsePartialDate(text: string): Result<PartialDate, KernelProblem> {
  if (/^\d{4}$/.test(text)) return possibleDays(Number(text), undefined);
  const found = /^(\d{4})-(\d{2})$/.exec(text);
  if (found) return possibleDays(Number(found[1]), Number(found[2]));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return mapResult(parseDay(text), exactDate);
  return err({
    code: 'KERNEL_PARTIAL_DATE_FORMAT',
    message: `${quoteText(text)} is not a date written as YYYY, YYYY-MM or YYYY-MM-DD.`,
    hint: 'Give the part you know: 2019, 2019-05 or 2019-05-20.',
  });
}

export function exactDate(day: Day): PartialDate {
  return { earliest: day, latest: day };
}

export function isExact(date: PartialDate): boolean {
  return date.earliest === date.latest;
}

export function precisionOf({ earliest, latest }: PartialDate): DatePrecision {
  if (earliest === latest) return 'day';
  const first = partsOf(earliest);
  const last = partsOf(latest);
  const wholeMonths = first.day === 1 && last.day === daysInMonth(last.year, last.month);
  if (!wholeMonths || first.year !== last.year) return 'range';
  if (first.month === last.month) return 'month';
  return first.month === 1 && last.month === 12 ? 'year' : 'range';
}

/** The shortest text that says the same; days that are no whole month or year are written `first/last` (ISO 8601). */
export function formatPartialDate(date: PartialDate): string {
  const first = formatDay(date.earliest);
  switch (precisionOf(date)) {
    case 'day':
      return first;
    case 'month':
      return first.slice(0, -'-01'.length);
    case 'year':
      return first.slice(0, -'-01-01'.length);
    case 'range':
      return `${first}/${formatDay(date.latest)}`;
  }
}

/** The days that both allow; nothing when they contradict each other. */
export function intersectPartialDates(a: PartialDate, b: PartialDate): PartialDate | undefined {
  const earliest = asDay(Math.max(a.earliest, b.earliest));
  const latest = asDay(Math.min(a.latest, b.latest));
  return earliest <= latest ? { earliest, latest } : undefined;
}

function possibleDays(year: number, month: number | undefined): Result<PartialDate, KernelProblem> {
  const lastMonth = month ?? 12;
  return andThen(dayOf(year, month ?? 1, 1), (earliest) =>
    mapResult(dayOf(year, lastMonth, daysInMonth(year, lastMonth)), (latest) => ({ earliest, latest })),
  );
}
