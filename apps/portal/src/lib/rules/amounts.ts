import type { Duration, Money } from '@testamur/engines/recognition';
import type { Language } from '../language/language.ts';

/** `{ amount: 240, currency: 'GBP' }` → `GBP 240`; a range reads `GBP 240 to 300`. */
export const formatMoney = (
  { amount, to, currency }: Pick<Money, 'amount' | 'to' | 'currency'>,
  { money }: Language,
): string => money({ amount, to, currency });

export function formatDuration({ min, max }: Pick<Duration, 'min' | 'max'>, language: Language): string {
  const least = formatPeriod(min, language);
  if (max === undefined) return language.say('common.atLeast', { amount: least });
  return min === max ? least : language.say('common.range', { from: least, to: formatPeriod(max, language) });
}

const UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;

/** `P2Y6M` → `2 years 6 months`. */
export function formatPeriod(period: string, { unit }: Language): string {
  const parts = [...period.slice(1).matchAll(/(\d+)([YMWD])/g)];
  return parts.map(([, count, name]) => unit(Number(count), UNITS[name as keyof typeof UNITS])).join(' ');
}
