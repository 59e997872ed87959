/** Cost and time of a plan in words: a lower bound says so, and what is not established is counted, never left out. */
import type { PlanCost, PlanTime } from '@testamur/engines/planner';
import type { Language } from '../language/language.ts';

export type Amount = {
  /** `at least GBP 1,676`; "not established" where nothing is known. */
  readonly text: string;
  /** `3 prices not established`. */
  readonly note?: string;
  /** False where nothing at all is established. */
  readonly isKnown: boolean;
};

const DAYS_PER_MONTH = 30.44;
const DAYS_PER_YEAR = 365.25;

export function showCost({ known, upTo, unknownParts }: PlanCost, language: Language): Amount {
  const { say, money } = language;
  const count = unknownParts.length;
  const note = count > 0 ? { note: say('results.prices', { count }) } : {};
  if (known.length === 0)
    return count === 0
      ? { text: say('results.noFee'), isKnown: true }
      : { text: say('results.notEstablished'), ...note, isKnown: false };
  const amounts = known
    .map(({ amount, currency }) =>
      money({ amount, currency, to: upTo.find((upper) => upper.currency === currency)?.amount }),
    )
    .join(' + ');
  return { text: count > 0 ? say('common.atLeast', { amount: amounts }) : amounts, ...note, isKnown: true };
}

export function showTime({ days, unknownParts }: PlanTime, language: Language): Amount {
  const { say } = language;
  const count = unknownParts.length;
  const note = count > 0 ? { note: say('results.durations', { count }) } : {};
  if (days === 0)
    return count > 0
      ? { text: say('results.notEstablished'), ...note, isKnown: false }
      : { text: say('results.noWaiting'), isKnown: true };
  const text =
    count > 0 ? say('common.atLeast', { amount: spanOf(days, language) }) : showDays(days, language);
  return { text, ...note, isKnown: true };
}

export const showDays = (days: number, language: Language): string =>
  days < 60 ? spanOf(days, language) : language.say('results.about', { span: spanOf(days, language) });

function spanOf(days: number, { unit }: Language): string {
  if (days < 60) return unit(days, 'day');
  if (days < 2 * DAYS_PER_YEAR) return unit(Math.round(days / DAYS_PER_MONTH), 'month');
  return unit(Math.round((10 * days) / DAYS_PER_YEAR) / 10, 'year');
}
