/** What failing an exam once would cost: time, money, and what lapses meanwhile. */
import { addDays, expectOk, formatDay, parseDay } from '@testamur/engines/kernel';
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

/** From when the resit can be, and when all would end. A wait that nobody has established gives no day for the resit. */
export function sayResit(
  { failedOn, resitOn, finishOn, atLeast }: Resit,
  time: Pick<Plan['time'], 'atLeast'>,
  { say, day }: Language,
): string {
  const days = { on: day(resitOn), finish: day(finishOn) };
  if (atLeast && resitOn === dayAfter(failedOn)) return say('route.fail.resitUnknown', days);
  return say(atLeast || time.atLeast ? 'route.fail.resitOpen' : 'route.fail.resit', days);
}

const dayAfter = (text: string): string => formatDay(addDays(expectOk(parseDay(text), 'a day of a plan'), 1));
