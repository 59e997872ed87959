/** A partial date as the three boxes of the form hold it, and back. */
import { parsePartialDate } from '@testamur/engines/kernel';
import type { MessageKey } from '../language/messages.ts';

export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

export const NO_PARTS: DateParts = { day: '', month: '', year: '' };

/** `2019-05` → year 2019, month 5, no day. Any other text leaves the boxes empty. */
export function splitDate(text: string): DateParts {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  const plain = (digits: string | undefined): string => (digits === undefined ? '' : String(Number(digits)));
  return { year: year ?? '', month: plain(month), day: plain(day) };
}

export type JoinedDate = { readonly text: string } | { readonly fault: MessageKey } | 'empty';

/** A year is enough; a day needs its month. */
export function joinDate({ day, month, year }: DateParts): JoinedDate {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()];
  if (d === '' && m === '' && y === '') return 'empty';
  if (!/^\d{4}$/.test(y)) return { fault: 'dossier.date.fourDigits' };
  if (d !== '' && m === '') return { fault: 'dossier.date.addMonth' };
  if ([d, m].some((part) => part !== '' && !/^\d{1,2}$/.test(part))) return { fault: 'dossier.date.numbers' };
  const text = [y, m, d]
    .filter((part) => part !== '')
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const parsed = parsePartialDate(text);
  if (parsed.ok) return { text };
  const isMonth = m === '' || (Number(m) >= 1 && Number(m) <= 12);
  return { fault: isMonth ? 'dossier.date.noSuchDay' : 'dossier.date.twelveMonths' };
}
