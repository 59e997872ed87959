/** Advice and contradictions in plain English. Screens in other languages make their own sentences from the same data. */
import { type Day, partsOf } from '../../kernel/index.ts';
import type { Advice, Moment, NoGoodReason } from './schedule-input.ts';

export type TitleOf = (step: string) => string;

/** @example sayAdvice(advice, titleOf) // 'take IELTS after 2 March 2027, or it lapses before you apply' */
export function sayAdvice({ step, kind, act, day, because }: Advice, titleOf: TitleOf): string {
  const what = `${ACTS[act]} ${titleOf(step)}`;
  // "After" the last day that is too early reads better than "from" the first that is not.
  const when = kind === 'notBefore' ? `after ${sayDay(day - 1)}` : `by ${sayDay(day)}`;
  switch (because.reason) {
    case 'lapses':
      return `${what} ${when}, or it lapses before ${sayMoment(because.moment, titleOf(because.before))}`;
    case 'holdsUp':
      return `${what} ${when}, or it holds up ${titleOf(because.step)}`;
    case 'end':
      return `${what} ${when}, or everything ends later`;
    case 'seasonCloses':
      return `${what} ${when}, when the season closes`;
    case 'sitting':
      return `${what} ${when}, for the sitting of ${sayDay(because.sitting)}`;
    case 'wish':
      return `${what} ${when}, as you asked`;
  }
}

const ACTS: Readonly<Record<Advice['act'], string>> = {
  take: 'take',
  begin: 'begin',
  register: 'register for',
};

export function sayNoGood(because: NoGoodReason, titleOf: TitleOf): string {
  switch (because.reason) {
    case 'lapses':
      return `${titleOf(because.step)} lapses before ${sayMoment(because.moment, titleOf(because.before))}, whenever it is taken`;
    case 'tooLate':
      return `${titleOf(because.step)} cannot be done by ${sayDay(because.by)}`;
    case 'circle':
      return `${titleOf(because.step)} waits for itself`;
    case 'limit':
      return 'no order was found within the limit of the search';
  }
}

function sayMoment(moment: Moment, title: string): string {
  switch (moment) {
    case 'submission':
      return 'you apply';
    case 'decision':
      return 'the application is decided';
    case 'registration':
      return 'you are registered';
    case 'use':
      return title;
  }
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function sayDay(day: number): string {
  const { year, month, day: ofMonth } = partsOf(day as Day);
  return `${ofMonth} ${MONTHS[month - 1] ?? ''} ${year}`;
}
