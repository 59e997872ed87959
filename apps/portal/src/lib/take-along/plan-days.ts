/** The days of a plan that a person has to keep. What follows a duration that is not established is a lower bound, and says so. */
import { addPeriod, expectOk, formatDay, parseDay, parsePeriod } from '@testamur/engines/kernel';
import type { Plan, PlannedStep } from '@testamur/engines/planner';

/**
 * `begin`: the latest start. `done`: when the plan has it done. `notBefore`: it cannot be done earlier than this. `lapse`: when the
 * result is as old as it may become. `register`: the last day to sign up. `season`: the last day of the season. `from`: taken earlier,
 * it lapses before it is needed. `apply`: the application goes in. `end`: the licence.
 */
export type PlanDayKind =
  | 'begin'
  | 'done'
  | 'notBefore'
  | 'lapse'
  | 'register'
  | 'season'
  | 'from'
  | 'apply'
  | 'end'
  | 'endNotBefore';

export type PlanDay = {
  readonly kind: PlanDayKind;
  readonly on: string;
  /** Absent for days of the plan as a whole. */
  readonly step?: PlannedStep;
};

const ORDER: readonly PlanDayKind[] = [
  ...(['lapse', 'register', 'season', 'from', 'begin', 'done'] as const),
  ...(['notBefore', 'apply', 'end', 'endNotBefore'] as const),
];

/** In the order of the calendar. Days on which nothing has to be remembered (the day of the plan itself) are left out. */
export function daysOfPlan(plan: Plan): readonly PlanDay[] {
  const { atLeast, finishOn } = plan.time;
  const days: readonly PlanDay[] = [
    ...plan.steps.flatMap((step) => [...daysOfStep(step, plan), ...advisedDays(step, plan)]),
    ...(atLeast ? [] : [{ kind: 'apply', on: plan.applicationOn } as const]),
    { kind: atLeast ? 'endNotBefore' : 'end', on: finishOn },
  ];
  return days
    .filter(({ on }) => on > plan.on)
    .sort((a, b) => (a.on === b.on ? ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) : a.on < b.on ? -1 : 1));
}

function daysOfStep(step: PlannedStep, plan: Plan): readonly PlanDay[] {
  const { doneOn, latestStart, unknownBefore } = step.schedule;
  if (unknownBefore > 0) return [{ kind: 'notBefore', on: doneOn, step }];
  const lapsesOn = lapseOf(step);
  return [
    // Where the end is a lower bound, the latest start is none that binds.
    ...(plan.time.atLeast || latestStart >= doneOn
      ? []
      : [{ kind: 'begin', on: latestStart, step } as const]),
    { kind: 'done', on: doneOn, step },
    ...(lapsesOn === undefined ? [] : [{ kind: 'lapse', on: lapsesOn, step } as const]),
  ];
}

/** Days that the plan names with a reason that the calendar of an exam, a season or a validity gives. */
function advisedDays(step: PlannedStep, { advice = [] }: Plan): readonly PlanDay[] {
  return advice.flatMap((each): readonly PlanDay[] => {
    const { act, kind, day: on, because } = each;
    if (each.step !== step.key) return [];
    if (act === 'register') return [{ kind: 'register', on, step }];
    if (because.reason === 'seasonCloses') return [{ kind: 'season', on, step }];
    return kind === 'notBefore' && because.reason === 'lapses' ? [{ kind: 'from', on, step }] : [];
  });
}

/** Counted from the day on which the plan has it done; which day still counts, the rule says. */
function lapseOf({ validFor, schedule }: PlannedStep): string | undefined {
  const period = validFor === undefined ? undefined : parsePeriod(validFor.period);
  if (!period?.ok) return undefined;
  const done = expectOk(parseDay(schedule.doneOn), 'a day of a plan');
  return formatDay(addPeriod(done, period.value, 'clamp'));
}
