/** A value of a pack in a few words. */
import { periodLabel } from '../operators/words.ts';
import { isRecord } from '../schema/check.ts';

const MOST = 6;

export function sayValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return /^P(\d+[YMWD])+$/.test(value) ? periodLabel(value) : value;
  if (Array.isArray(value)) return sayList(value.map(sayValue));
  if (isRecord(value)) return sayRecord(value);
  return String(value);
}

function sayRecord(value: Readonly<Record<string, unknown>>): string {
  if (typeof value['amount'] === 'number') return sayMoney(value);
  if (typeof value['source'] === 'string' && typeof value['locator'] === 'string')
    return `${value['source']}, ${value['locator']}${value['seen'] === 'undated' ? '' : `, seen ${sayValue(value['seen'])}`}`;
  const told = Object.entries(value).filter(([key]) => key !== 'cite');
  const [only] = told;
  if (told.length === 1 && only !== undefined && typeof only[1] === 'string') return sayValue(only[1]);
  return told.map(([key, each]) => `${key}: ${sayValue(each)}`).join('; ');
}

const sayMoney = ({ amount, to, currency, asOf }: Readonly<Record<string, unknown>>): string =>
  `${String(amount)}${to === undefined ? '' : ` to ${String(to)}`} ${String(currency)} (as of ${String(asOf)})`;

export function sayList(words: readonly string[]): string {
  if (words.length === 0) return 'nothing';
  if (words.length > MOST) return `${words.slice(0, MOST).join(', ')} and ${words.length - MOST} more`;
  return words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
