/**
 * From what she typed to wishes that the planner takes, with a remark at each field that needs one. What cannot be read is a fault and
 * counts as not said; what can be read but leaves nothing over is told, and counts.
 */
import type { OwnFigures, Rates, Wishes } from '@testamur/engines/planner';
import type { MessageKey } from '../language/messages.ts';
import { readAmount, readRate } from './read-number.ts';
import type { OwnEntry, WishEntry } from './wish-entry.ts';

export type WishField =
  | 'budget'
  | 'deadline'
  | 'notBefore'
  | 'excludedCountries'
  | 'willLearn'
  | 'rates'
  /** By id of the step. */
  | `own:${string}`;

export type Remark = {
  readonly field: WishField;
  readonly key: MessageKey;
  /** Days (ISO) by name. */
  readonly days?: Readonly<Record<string, string>>;
  /** It could not be read, and is left out. */
  readonly isFault: boolean;
};

export type ReadWishes = { readonly wishes: Wishes; readonly remarks: readonly Remark[] };

export type WishContext = {
  readonly today: string;
  /** Countries of all authorities: to see that none is left. */
  readonly countries: readonly string[];
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readWishes(entry: WishEntry, context: WishContext): ReadWishes {
  const remarks: Remark[] = [];
  const fault = (field: WishField, key: MessageKey): void => void remarks.push({ field, key, isFault: true });
  const tell = (field: WishField, key: MessageKey, days: Remark['days'] = {}): void =>
    void remarks.push({ field, key, days, isFault: false });

  const budget = budgetOf(entry, fault);
  const deadline = dayIn(entry.deadline, () => fault('deadline', 'compare.wish.fault.day'));
  const notBefore = dayIn(entry.notBefore, () => fault('notBefore', 'compare.wish.fault.day'));
  const rates = ratesOf(entry, context.today, fault);
  const own = ownOf(entry.own, fault);

  if (budget?.amount === 0) tell('budget', 'compare.wish.tell.zero');
  if (deadline !== undefined && deadline <= context.today)
    tell('deadline', 'compare.wish.tell.past', { on: deadline });
  else if (deadline !== undefined && notBefore !== undefined && notBefore >= deadline) {
    const days = { deadline, notBefore };
    tell('deadline', 'compare.wish.tell.contradiction', days);
    tell('notBefore', 'compare.wish.tell.contradiction', days);
  }
  if (isAllOut(entry, context)) tell('excludedCountries', 'compare.wish.tell.allOut');
  if (entry.willLearn?.length === 0) tell('willLearn', 'compare.wish.tell.noLanguage');

  return {
    remarks,
    wishes: {
      ...(budget === undefined ? {} : { budget }),
      ...(deadline === undefined ? {} : { deadline }),
      ...(notBefore === undefined ? {} : { notBefore }),
      ...(entry.excludedCountries.length === 0 ? {} : { excludedCountries: entry.excludedCountries }),
      ...(entry.refusedSteps.length === 0 ? {} : { refusedSteps: entry.refusedSteps }),
      ...(entry.willLearn === undefined ? {} : { willLearn: entry.willLearn }),
      ...(entry.excludeSelection ? { excludeSelection: true } : {}),
      ...(own === undefined ? {} : { own }),
      ...(rates === undefined ? {} : { rates }),
    },
  };
}

type Fault = (field: WishField, key: MessageKey) => void;

function budgetOf({ budget, currency }: WishEntry, fault: Fault): Wishes['budget'] {
  if (budget.trim() === '') return undefined;
  const amount = readAmount(budget);
  if (amount === undefined) fault('budget', 'compare.wish.fault.amount');
  else if (currency === '') fault('budget', 'compare.wish.fault.currency');
  else return { amount, currency };
  return undefined;
}

function dayIn(text: string, fault: () => void): string | undefined {
  if (text === '') return undefined;
  if (DAY.test(text) && !Number.isNaN(Date.parse(text))) return text;
  fault();
  return undefined;
}

function ratesOf({ into, worth, ratesOn }: WishEntry, today: string, fault: Fault): Rates | undefined {
  if (into === '') return undefined;
  const read = Object.entries(worth).flatMap(([currency, text]): [string, number][] => {
    if (text.trim() === '' || currency === into) return [];
    const rate = readRate(text);
    if (rate === undefined) fault('rates', 'compare.wish.fault.rate');
    return rate === undefined ? [] : [[currency, rate]];
  });
  const on = DAY.test(ratesOn) ? ratesOn : today;
  return read.length === 0 ? undefined : { into, worth: Object.fromEntries(read), on, source: 'hers' };
}

function ownOf(own: WishEntry['own'], fault: Fault): Wishes['own'] {
  const read = Object.entries(own).flatMap(([step, entry]): [string, OwnFigures][] => {
    const figures = figuresOf(entry, (key) => fault(`own:${step}`, key));
    return Object.keys(figures).length === 0 ? [] : [[step, figures]];
  });
  return read.length === 0 ? undefined : Object.fromEntries(read);
}

function figuresOf({ cost, currency, length, unit }: OwnEntry, fault: (key: MessageKey) => void): OwnFigures {
  const amount = cost.trim() === '' ? undefined : readAmount(cost);
  const count = length.trim() === '' ? undefined : length.trim();
  if (cost.trim() !== '' && amount === undefined) fault('compare.wish.fault.amount');
  else if (amount !== undefined && currency === '') fault('compare.wish.fault.currency');
  const isWhole = count !== undefined && /^\d{1,4}$/.test(count);
  if (count !== undefined && !isWhole) fault('compare.wish.fault.whole');
  return {
    ...(amount === undefined || currency === '' ? {} : { cost: { amount, currency } }),
    ...(isWhole ? { duration: `P${Number(count)}${unit}` } : {}),
  };
}

const isAllOut = ({ excludedCountries }: WishEntry, { countries }: WishContext): boolean =>
  countries.length > 0 && countries.every((country) => excludedCountries.includes(country));
