/** When to take a step, and why not earlier or later: one sentence, in the language of the page. */
import { addDays, expectOk, formatDay, parseDay } from '@testamur/engines/kernel';
import type { Plan } from '@testamur/engines/planner';
import type { Language } from '../language/language.ts';

export type Advice = NonNullable<Plan['advice']>[number];

export type TitleOf = (key: string) => string;

/** @example sayAdvice(advice, titleOf, language) // 'Do it after 1 March 2027, or it lapses before you apply.' */
export function sayAdvice(advice: Advice, titleOf: TitleOf, { say, day }: Language): string {
  const { act, kind, because } = advice;
  // “After” the last day that is too early reads better than “from” the first that is not.
  const on = day(kind === 'notBefore' ? dayBefore(advice.day) : advice.day);
  switch (because.reason) {
    case 'lapses':
      return say('route.advice.lapses', { act, on, moment: because.moment, step: titleOf(because.before) });
    case 'holdsUp':
      return because.step.startsWith('#')
        ? say('route.advice.holdsUpApplying', { act, on })
        : say('route.advice.holdsUp', { act, on, step: titleOf(because.step) });
    case 'end':
      return say('route.advice.end', { act, on });
    case 'seasonCloses':
      return say('route.advice.season', { act, on });
    case 'sitting':
      return say('route.advice.sitting', { act, on, sitting: day(because.sitting) });
    case 'wish':
      return say('route.advice.wish', { act, on, kind });
  }
}

const dayBefore = (text: string): string => {
  const day = expectOk(parseDay(text), 'a day of a plan');
  return formatDay(addDays(day, -1));
};

/** What is lost when it is missed: a result that lapses, a sitting, a season. The rest is slack. */
export const isPressing = ({ because }: Advice): boolean =>
  ['lapses', 'sitting', 'seasonCloses'].includes(because.reason);
