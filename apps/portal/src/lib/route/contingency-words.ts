/** What failing an exam once would cost: time, money, and what lapses meanwhile. */
import type { Plan } from '@testamur/engines/planner';
import type { Language } from '../language/language.ts';
import { showDays } from '../results/show-plan.ts';

export type Contingency = NonNullable<Plan['contingencies']>[number];
type Resit = Extract<Contingency, { readonly canResit: true }>;

/** `about 4 months more`, `no later`: with “at least” where the wait or the calendar of the resit is not established. */
export function sayAddedTime({ addedDays, atLeast }: Resit, language: Language): string {
  const { say } = language;
  if (addedDays === 0) return say(atLeast ? 'route.fail.timeOpen' : 'route.fail.noTime');
  const span = showDays(addedDays, language);
  return say('route.fail.time', { span: atLeast ? say('common.atLeast', { amount: span }) : span });
}

export function sayAddedCost({ addedCost: { known, unknownParts } }: Resit, language: Language): string {
  const { say, money } = language;
  const count = unknownParts.length;
  if (known.length === 0) return count === 0 ? say('route.fail.noCost') : say('route.fail.costUnknown');
  const amount = known.map((each) => money(each)).join(' + ');
  return say('route.fail.cost', { amount: count > 0 ? say('common.atLeast', { amount }) : amount });
}
