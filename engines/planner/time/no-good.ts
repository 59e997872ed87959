/** Why tasks cannot be scheduled together: the fewest of them that contradict each other, and the relations that it rests on. */
import { asDay } from '../../kernel/index.ts';
import { buildNetwork, type Why } from './build-network.ts';
import type { Lag } from './constraint-network.ts';
import { type Failure, type OrderLimit, orderExams } from './order-exams.ts';
import type { NoGood, NoGoodReason, ScheduleInput } from './schedule-input.ts';

export function findNoGood(input: ScheduleInput, failures: readonly Failure[], limit: OrderLimit): NoGood {
  // Each task is left out once: the effort of one call is shared among those searches.
  const share = { ...limit, effort: limit.effort / (input.tasks.length + 2) };
  const involved = new Set(failures.flatMap((failure) => tasksOf(failure, input)));
  const all = input.tasks.map(({ id }) => id);
  const named = all.filter((id) => involved.has(id));
  const start = failureOf(keep(input, named), share) === undefined ? all : named;
  const fewest = start.reduce((kept, id) => {
    const without = kept.filter((each) => each !== id);
    return failureOf(keep(input, without), share) === undefined ? kept : without;
  }, start);
  const small = keep(input, fewest);
  return {
    tasks: fewest,
    after: small.tasks.flatMap(({ id, after }) => after.map((before) => [before, id] as const)),
    windows: small.windows.map(({ of, by }) => [of, by] as const),
    because: reasonOf(failureOf(small, share) ?? failures[0], small),
  };
}

/** Nothing of an input remains but these tasks and what is said among them. */
function keep(input: ScheduleInput, ids: readonly string[]): ScheduleInput {
  return {
    ...input,
    tasks: input.tasks
      .filter(({ id }) => ids.includes(id))
      .map((task) => ({ ...task, after: task.after.filter((id) => ids.includes(id)) })),
    windows: input.windows.filter(({ of, by }) => ids.includes(of) && ids.includes(by)),
  };
}

function failureOf(input: ScheduleInput, limit: OrderLimit): Failure | undefined {
  const found = orderExams(buildNetwork(input), limit);
  return found.ok ? undefined : found.failures[0];
}

function tasksOf({ at, chain }: Failure, input: ScheduleInput): readonly string[] {
  const own = [...buildNetwork(input).tasks.values()].filter(({ start, finish, sat, study }) =>
    [start, finish, sat, study].includes(at),
  );
  return [...own.map(({ task }) => task.id), ...chain.flatMap(({ why }) => namesIn(why))];
}

function namesIn(why: Why): readonly string[] {
  if (why.kind === 'valid') return [why.task, why.window.by];
  return why.kind === 'own' ? [why.task] : [why.task, why.before];
}

function reasonOf(failure: Failure | undefined, input: ScheduleInput): NoGoodReason {
  if (failure === undefined) return { reason: 'limit' };
  const { tasks } = buildNetwork(input);
  const due = [...tasks.values()].find(
    ({ finish, sat, task }) => [finish, sat].includes(failure.at) && task.notAfter !== undefined,
  );
  if (due?.task.notAfter !== undefined)
    return { reason: 'tooLate', step: due.task.id, by: asDay(due.task.notAfter) };
  const lapsing = failure.chain.find(isValidity);
  if (lapsing !== undefined) {
    const { of, by, moment } = lapsing.why.window;
    return { reason: 'lapses', step: of, before: by, moment };
  }
  return {
    reason: 'circle',
    step: failure.chain.flatMap(({ why }) => namesIn(why))[0] ?? input.tasks[0]?.id ?? '',
  };
}

const isValidity = (lag: Lag<Why>): lag is Lag<Why> & { readonly why: Extract<Why, { kind: 'valid' }> } =>
  lag.why.kind === 'valid';

/** Whether the same contradiction stands in another input: all its tasks, and all relations that it rests on. */
export function holdsIn(
  noGood: NoGood,
  { tasks, windows }: Pick<ScheduleInput, 'tasks' | 'windows'>,
): boolean {
  const afterOf = new Map(tasks.map(({ id, after }) => [id, after]));
  return (
    noGood.because.reason !== 'limit' &&
    noGood.tasks.every((id) => afterOf.has(id)) &&
    noGood.after.every(([before, then]) => afterOf.get(then)?.includes(before) === true) &&
    noGood.windows.every(([of, by]) => windows.some((window) => window.of === of && window.by === by))
  );
}
