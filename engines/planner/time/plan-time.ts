/** What a plan publishes of its time beside the days of its steps: advice, and what failing an exam once costs. Days are ISO texts. */
import { addCosts, type Cost, costOf, type Day, formatDay, unknownCost } from '../../kernel/index.ts';
import type { Contingency } from './contingency.ts';
import type { Advice, AdviceReason } from './schedule-input.ts';
import type { ScheduledStep, WaySchedule } from './schedule-way.ts';

/** When to take a step and why not earlier or later: "take IELTS after 2 March 2027, or it lapses before you apply". */
export type PlanAdvice = Omit<Advice, 'day' | 'because'> & {
  readonly day: string;
  /** Steps are named by their keys, the day the application goes in by `#application`. */
  readonly because:
    | Exclude<AdviceReason, { readonly reason: 'sitting' }>
    | { readonly reason: 'sitting'; readonly sitting: string };
};

/** "If you fail it once: +4 months, +£…": by key of the step. */
export type PlanContingency = {
  readonly step: string;
  readonly failedOn: string;
} & (
  | {
      readonly canResit: true;
      readonly resitOn: string;
      readonly finishOn: string;
      readonly addedDays: number;
      /** The wait or the calendar of the resit is not established: shown with "≥". */
      readonly atLeast: boolean;
      /** Keys of steps whose results lapse meanwhile and that are taken again. */
      readonly repeats: readonly string[];
      /** Of the resit and of what is taken again. */
      readonly addedCost: Cost;
    }
  | { readonly canResit: false; readonly reason: 'lastAttempt' | 'lapses' }
);

type Timed = {
  readonly schedule: readonly ScheduledStep[];
  readonly advice: WaySchedule['advice'];
  readonly contingencies: WaySchedule['contingencies'];
};

export function adviceOf({ schedule, advice }: Timed): readonly PlanAdvice[] {
  const taken = new Set(schedule.map(({ step }) => step.key));
  return advice
    .filter(({ step }) => taken.has(step))
    .map(({ day, because, ...rest }) => ({
      ...rest,
      day: formatDay(day),
      because: because.reason === 'sitting' ? { ...because, sitting: formatDay(because.sitting) } : because,
    }));
}

export function contingenciesOfPlan({ schedule, contingencies }: Timed): readonly PlanContingency[] {
  const taken = new Map(schedule.map(({ step }) => [step.key, step]));
  const priceOf = (key: string): Cost => {
    const cost = taken.get(key)?.step.cost;
    return cost === undefined ? unknownCost(key) : costOf(cost);
  };
  return contingencies()
    .filter(({ step }) => taken.has(step))
    .map((each) => tellContingency(each, priceOf));
}

function tellContingency(each: Contingency, priceOf: (key: string) => Cost): PlanContingency {
  const failed = { step: each.step, failedOn: tell(each.failedOn) };
  if (!each.canResit) return { ...failed, canResit: false, reason: each.reason };
  const { resitOn, end, addedDays, atLeast, repeats } = each;
  return {
    ...failed,
    canResit: true,
    resitOn: tell(resitOn),
    finishOn: tell(end),
    addedDays,
    atLeast,
    repeats,
    addedCost: addCosts([each.step, ...repeats].map(priceOf)),
  };
}

const tell = (day: Day): string => formatDay(day);
