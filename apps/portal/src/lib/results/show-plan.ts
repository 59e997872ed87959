/** Cost and time of a plan in words: a lower bound says so, and what is not established is counted, never left out. */
import type { PlanCost, PlanTime } from '@testamur/engines/planner';
import { formatMoney } from '../rules/amounts.ts';

export type Amount = {
  /** `≥ GBP 1,676`; "not established" where nothing is known. */
  readonly text: string;
  /** `3 prices unknown`. */
  readonly note?: string;
};

const DAYS_PER_MONTH = 30.44;
const DAYS_PER_YEAR = 365.25;

export function showCost({ known, upTo, unknownParts }: PlanCost): Amount {
  const count = unknownParts.length;
  if (known.length === 0)
    return count === 0 ? { text: 'no known fee' } : { text: 'not established', note: parts(count, 'price') };
  const amounts = known.map((money) => {
    const upper = upTo.find(({ currency }) => currency === money.currency)?.amount;
    return formatMoney({ ...money, ...(upper === undefined ? {} : { to: upper }) });
  });
  return {
    text: `${count > 0 ? 'at least ' : ''}${amounts.join(' + ')}`,
    ...(count > 0 ? { note: parts(count, 'price') } : {}),
  };
}

export function showTime({ days, unknownParts }: PlanTime): Amount {
  const count = unknownParts.length;
  const note = count > 0 ? { note: parts(count, 'duration') } : {};
  if (days === 0) return count > 0 ? { text: 'not established', ...note } : { text: 'no waiting known' };
  return { text: count > 0 ? `at least ${showDays(days).replace('about ', '')}` : showDays(days), ...note };
}

const parts = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'} not established`;

export function showDays(days: number): string {
  const [amount, unit] =
    days < 60
      ? [days, 'day']
      : days < 2 * DAYS_PER_YEAR
        ? [Math.round(days / DAYS_PER_MONTH), 'month']
        : [Math.round((10 * days) / DAYS_PER_YEAR) / 10, 'year'];
  return `${days < 60 ? '' : 'about '}${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
