import {
  err,
  type KernelProblem,
  makeMoney,
  ok,
  parseDay,
  parsePeriod,
  quoteText,
  type Result,
} from '@testamur/engines/kernel';
import type { Wishes } from '@testamur/engines/planner';
import type { QuestionProblem } from './errors.ts';
import type { Library } from './library.ts';

/** Wishes from outside, of the right shape: their amounts, days, periods and steps, or everything that is wrong, field by field. */
export function readWishes(wishes: Wishes, library: Library): Result<Wishes, readonly QuestionProblem[]> {
  const { budget, rates, own = {} } = wishes;
  const figures = Object.entries(own).flatMap(([step, { cost, duration, study }]) => {
    const at = `/wishes/own/${step}`;
    return [
      ...(cost === undefined ? [] : faultOf(`${at}/cost`, makeMoney(cost.amount, cost.currency))),
      ...(duration === undefined ? [] : faultOf(`${at}/duration`, parsePeriod(duration))),
      ...(study === undefined ? [] : faultOf(`${at}/study`, parsePeriod(study))),
    ];
  });
  const problems = [
    ...(budget === undefined ? [] : faultOf('/wishes/budget', makeMoney(budget.amount, budget.currency))),
    ...daysOf(wishes).flatMap(([at, day]) => faultOf(at, parseDay(day))),
    ...figures,
    ...(rates === undefined ? [] : faultOf('/wishes/rates/on', parseDay(rates.on))),
    ...stepsOf(wishes).flatMap(([at, step]) => unknownStep(at, step, library)),
  ];
  return problems.length === 0 ? ok(wishes) : err(problems);
}

type Placed = readonly [at: string, text: string];

const daysOf = ({ deadline, notBefore }: Wishes): readonly Placed[] => [
  ...(deadline === undefined ? [] : [['/wishes/deadline', deadline] as const]),
  ...(notBefore === undefined ? [] : [['/wishes/notBefore', notBefore] as const]),
];

const stepsOf = ({ refusedSteps = [], own = {} }: Wishes): readonly Placed[] => [
  ...refusedSteps.map((step, index) => [`/wishes/refusedSteps/${index}`, step] as const),
  ...Object.keys(own).map((step) => [`/wishes/own/${step}`, step] as const),
];

const faultOf = (at: string, read: Result<unknown, KernelProblem>): readonly QuestionProblem[] =>
  read.ok ? [] : [{ ...read.error, at }];

/** A wish about a step that is not there would change nothing, in silence. */
function unknownStep(at: string, step: string, { book }: Library): readonly QuestionProblem[] {
  const isKnown = [...book.commonSteps, ...book.packs.flatMap(({ steps }) => steps)].some(
    (each) => each.step === step,
  );
  if (isKnown) return [];
  return [
    {
      code: 'RECOGNISING_STEP_UNKNOWN',
      message: `No step is called ${quoteText(step)}.`,
      at,
      hint: 'Each pack lists its steps; step.common holds those that packs share.',
    },
  ];
}
