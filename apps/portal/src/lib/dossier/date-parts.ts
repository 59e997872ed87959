/** A partial date as the three boxes of the form hold it, and back. */
import { parsePartialDate } from '@testamur/engines/kernel';

export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

export const NO_PARTS: DateParts = { day: '', month: '', year: '' };

/** `2019-05` → year 2019, month 5, no day. Any other text leaves the boxes empty. */
export function splitDate(text: string): DateParts {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  const plain = (digits: string | undefined): string => (digits === undefined ? '' : String(Number(digits)));
  return { year: year ?? '', month: plain(month), day: plain(day) };
}

export type JoinedDate = { readonly text: string } | { readonly fault: string } | 'empty';

/** A year is enough; a day needs its month. */
export function joinDate({ day, month, year }: DateParts): JoinedDate {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()];
  if (d === '' && m === '' && y === '') return 'empty';
  if (!/^\d{4}$/.test(y)) return { fault: 'Write the year with four digits, such as 2019.' };
  if (d !== '' && m === '') return { fault: 'Add the month, or take the day away: a year alone is enough.' };
  if ([d, m].some((part) => part !== '' && !/^\d{1,2}$/.test(part)))
    return { fault: 'Write day and month as numbers, such as 20 and 5.' };
  const text = [y, m, d]
    .filter((part) => part !== '')
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const parsed = parsePartialDate(text);
  return parsed.ok ? { text } : { fault: parsed.error.message };
}
