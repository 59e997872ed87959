/** The first day of a plan that does not wait: the end of a season, the last day to sign up, else the day by which something must be begun or done. */
import type { Plan, PlanAdvice } from '@testamur/engines/planner';

export type NextDay = {
  readonly on: string;
  /** Key of the step in the plan. */
  readonly step: string;
  readonly kind: 'register' | 'sitting' | 'season' | 'begin' | 'take';
  /** Of a sitting. */
  readonly sitting?: string;
};

/** Days set by others come first: a day that only her own plan sets moves when the plan moves. */
export function nextDayOf({ advice = [], on }: Pick<Plan, 'advice' | 'on'>): NextDay | undefined {
  const coming = advice.filter(({ kind, day }) => kind === 'notAfter' && day >= on);
  return first(coming.filter(isSetByOthers)) ?? first(coming);
}

const isSetByOthers = ({ act, because: { reason } }: PlanAdvice): boolean =>
  act === 'register' || reason === 'sitting' || reason === 'seasonCloses';

function first(advice: readonly PlanAdvice[]): NextDay | undefined {
  const [earliest] = [...advice].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  if (earliest === undefined) return undefined;
  const { because, act, day, step } = earliest;
  return {
    on: day,
    step,
    kind: kindOf(earliest),
    ...(because.reason === 'sitting' && act !== 'register' ? { sitting: because.sitting } : {}),
  };
}

function kindOf({ act, because: { reason } }: PlanAdvice): NextDay['kind'] {
  if (act === 'register') return 'register';
  if (reason === 'seasonCloses') return 'season';
  if (reason === 'sitting') return 'sitting';
  return act === 'begin' ? 'begin' : 'take';
}
