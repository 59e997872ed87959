import { type Duration, type Money, periodLabel } from '@testamur/engines/recognition';

/** `{ amount: 240, currency: 'GBP' }` → `GBP 240`; a range reads `GBP 240 to 300`. The code, not the sign: a dollar has many. */
export function formatMoney({ amount, to, currency }: Pick<Money, 'amount' | 'to' | 'currency'>): string {
  const range = to === undefined || to === amount ? '' : ` to ${formatNumber(to)}`;
  return `${currency} ${formatNumber(amount)}${range}`;
}

function formatNumber(value: number): string {
  const digits = Number.isInteger(value) ? 0 : 2;
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: 3 });
}

export function formatDuration({ min, max }: Pick<Duration, 'min' | 'max'>): string {
  if (max === undefined) return `at least ${periodLabel(min)}`;
  return min === max ? periodLabel(min) : `${periodLabel(min)} to ${periodLabel(max)}`;
}
