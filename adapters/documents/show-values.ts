/** Days, money and periods in the words of a language. What is a lower bound says so; what is not established is counted. */
import type { PlanCost, PlanTime, StepCost, StepDuration } from '@testamur/engines/planner';
import type { Speech } from './words/say.ts';
import type { WordKey } from './words/words.ts';

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** `2026-03-31` → `31 March 2026`, `2019-05` → `May 2019`, `2019` → `2019`; anything else stays as it is. */
export function showDay(text: string, { format }: Pick<Speech, 'format'>): string {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined || month === undefined) return text;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(format, {
    ...{ timeZone: 'UTC', calendar: 'gregory', year: 'numeric', month: 'long' },
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(date);
}

type Money = { readonly amount: number; readonly to?: number; readonly currency: string };

/** The code of the currency, not its sign: a dollar has many. */
export function showMoney({ amount, to, currency }: Money, { format }: Pick<Speech, 'format'>): string {
  const isWhole = [amount, to ?? amount].every(Number.isInteger);
  const shown = new Intl.NumberFormat(format, {
    ...{ style: 'currency', currency, currencyDisplay: 'code', maximumFractionDigits: 3 },
    minimumFractionDigits: isWhole ? 0 : 2,
  });
  return to === undefined || to === amount ? shown.format(amount) : shown.formatRange(amount, to);
}

const UNITS: Readonly<Record<string, WordKey>> = { Y: 'years', M: 'months', W: 'weeks', D: 'days' };

/** `P2Y6M` → `2 years 6 months`. */
export function showPeriod(period: string, { say, format }: Speech): string {
  const parts = [...period.slice(1).matchAll(/(\d+)([YMWD])/g)].map(([, count, unit]) =>
    say(UNITS[unit ?? ''] ?? 'days', { count: Number(count) }),
  );
  return new Intl.ListFormat(format, { type: 'unit', style: 'narrow' }).format(parts);
}

export function showStepCost(cost: StepCost, speech: Speech): string {
  if (!cost.known) return speech.say('notEstablished');
  if (cost.hers) return speech.say('hers', { value: showMoney(cost, speech) });
  return speech.say('feeAsOf', { value: showMoney(cost, speech), day: showDay(cost.asOf, speech) });
}

export function showStepDuration(duration: StepDuration, speech: Speech): string {
  if (!duration.known) return speech.say('notEstablished');
  const low = showPeriod(duration.min, speech);
  if (duration.hers) return speech.say('hers', { value: low });
  if (duration.max === undefined) return speech.say('atLeast', { value: low });
  return duration.max === duration.min
    ? low
    : speech.say('from', { low, high: showPeriod(duration.max, speech) });
}

export function showPlanCost({ known, upTo, unknownParts }: PlanCost, speech: Speech): string {
  const { say } = speech;
  const count = unknownParts.length;
  if (known.length === 0 && count === 0) return say('noFee');
  const amounts = known.map((money) => {
    const upper = upTo.find(({ currency }) => currency === money.currency)?.amount;
    return showMoney({ ...money, ...(upper === undefined ? {} : { to: upper }) }, speech);
  });
  if (amounts.length === 0)
    return say('withNote', { value: say('notEstablished'), note: say('pricesUnknown', { count }) });
  const value = amounts.join(' + ');
  if (count === 0) return value;
  return say('withNote', { value: say('atLeast', { value }), note: say('pricesUnknown', { count }) });
}

export function showPlanTime({ days, finishOn, unknownParts }: PlanTime, speech: Speech): string {
  const { say } = speech;
  const count = unknownParts.length;
  const day = showDay(finishOn, speech);
  const note = say('durationsUnknown', { count });
  if (days === 0)
    return count === 0 ? say('noWait') : say('withNote', { value: say('notEstablished'), note });
  const value = say('days', { count: days });
  if (count === 0) return say('withNote', { value, note: say('endsOn', { day }) });
  return say('withNote', {
    value: say('atLeast', { value }),
    note: [say('endsNotBefore', { day }), note].join(say('joint')),
  });
}
