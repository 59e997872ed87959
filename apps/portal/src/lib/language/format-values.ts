/** Days, money, numbers, lists and names as a language writes them. `format` is a tag for `Intl`. */

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** `2026-03-31` → `31 March 2026`, `2019-05` → `May 2019`, `2019` → `2019`; anything else stays as it is. */
export function formatDay(text: string, format: string): string {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined || month === undefined) return text;
  const date = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  // A month or a day that the calendar does not have is shown as it was given.
  if (Number.isNaN(date.getTime()) || date.getUTCMonth() + 1 !== Number(month)) return text;
  return new Intl.DateTimeFormat(format, {
    timeZone: 'UTC',
    calendar: 'gregory',
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(date);
}

export const formatNumber = (value: number, format: string): string =>
  new Intl.NumberFormat(format, { maximumFractionDigits: 3 }).format(value);

/** With the code, not the sign: a dollar has many. */
export function formatCurrency(amount: number, currency: string, format: string): string {
  const written = new Intl.NumberFormat(format, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    maximumFractionDigits: 3,
  }).format(amount);
  return written.replace(/\u00a0/g, ' ');
}

/** `unit` only sets side by side, without a word for and. */
export type ListType = 'conjunction' | 'disjunction' | 'unit';

export const formatList = (items: readonly string[], format: string, type: ListType): string =>
  new Intl.ListFormat(format, { type, style: type === 'unit' ? 'short' : 'long' }).format(items);

/** The name of a country by its code, of a language by its tag; the code itself where the language has no name for it. */
export function nameOf(code: string, type: 'region' | 'language', format: string): string {
  try {
    return new Intl.DisplayNames(format, { type, fallback: 'code' }).of(code) ?? code;
  } catch {
    return code;
  }
}

const UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;

/** `P2Y6M` → `2 years 6 months`. */
export function formatPeriod(period: string, format: string): string {
  const parts = [...period.matchAll(/(\d+)([YMWD])/g)].map(([, count, letter]) =>
    formatUnit(Number(count), UNITS[letter as keyof typeof UNITS], format),
  );
  return new Intl.ListFormat(format, { type: 'unit', style: 'narrow' }).format(parts);
}

/** `3 months`, `2 years`, in the plural of the language. */
export const formatUnit = (
  amount: number,
  unit: 'day' | 'week' | 'month' | 'year' | 'hour',
  format: string,
): string =>
  new Intl.NumberFormat(format, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(amount);
