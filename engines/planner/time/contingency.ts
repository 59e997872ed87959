/** What it costs in time to fail an exam once: the earliest resit, and the plan rescheduled from there. */
import { asDay, type Day } from '../../kernel/index.ts';
import type { Schedule, ScheduledTask, ScheduleInput, ScheduleTask } from './schedule-input.ts';
import { schedulePlan } from './schedule-plan.ts';
import { after } from './whole-days.ts';

export type Contingency = {
  readonly step: string;
  /** Failed on the day that the plan has for it. */
  readonly failedOn: Day;
} & (
  | {
      readonly canResit: true;
      readonly resitOn: Day;
      readonly end: Day;
      readonly addedDays: number;
      /** The wait or the calendar of the resit is not established: it may be later. */
      readonly atLeast: boolean;
      /** Steps whose results lapse meanwhile and that are taken again. */
      readonly repeats: readonly string[];
    }
  /** No attempt is left, or nothing can wait for the resit. */
  | { readonly canResit: false; readonly reason: 'lastAttempt' | 'lapses' }
);

export function contingenciesOf(input: ScheduleInput, schedule: Schedule): readonly Contingency[] {
  const exams = input.tasks.filter(({ retake }) => retake !== undefined);
  const effort = input.effort === undefined ? {} : { effort: input.effort / exams.length };
  return exams.flatMap((task) => failOnce(task, { ...input, ...effort }, schedule) ?? []);
}

/** Nothing is said where the search reached its limit. */
function failOnce(task: ScheduleTask, input: ScheduleInput, schedule: Schedule): Contingency | undefined {
  const planned = schedule.tasks.find(({ id }) => id === task.id);
  const failedOn = planned?.doneOn ?? input.on;
  const base = { step: task.id, failedOn } as const;
  if (task.retake?.isLastAttempt === true) return { ...base, canResit: false, reason: 'lastAttempt' };
  const wait = task.retake?.wait;
  const resitFrom = asDay(Math.max(failedOn + 1, wait === undefined ? 0 : after(failedOn, wait)));
  const again = reschedule(task, input, schedule, { failedOn, resitFrom });
  if (again === 'limit') return undefined;
  if (again === 'lapses') return { ...base, canResit: false, reason: 'lapses' };
  const resit = again.schedule.tasks.find(({ id }) => id === task.id);
  return {
    ...base,
    canResit: true,
    resitOn: resit?.doneOn ?? resitFrom,
    end: again.schedule.end,
    addedDays: again.schedule.end - schedule.end,
    atLeast: wait === undefined || resit?.calendarOpen === true,
    repeats: again.repeats,
  };
}

type Days = { readonly failedOn: Day; readonly resitFrom: Day };

/** What is done by the day of the failure stays done, unless it lapses before it is needed. */
function reschedule(
  task: ScheduleTask,
  input: ScheduleInput,
  schedule: Schedule,
  { failedOn, resitFrom }: Days,
): { readonly schedule: Schedule; readonly repeats: readonly string[] } | 'limit' | 'lapses' {
  const done = new Map(schedule.tasks.map((each) => [each.id, each] as const));
  const isDone = (id: string): boolean => id !== task.id && (done.get(id)?.doneOn ?? failedOn) < failedOn;
  const lapses = new Set(input.windows.map(({ of }) => of));
  const withDays = (mayRepeat: boolean): ScheduleInput => ({
    ...input,
    tasks: input.tasks.map((each) => {
      const at = done.get(each.id);
      if (each.id === task.id) return { ...each, resitFrom };
      if (at === undefined || !isDone(each.id))
        return { ...each, notBefore: laterOf(each.notBefore, at, failedOn) };
      return mayRepeat && lapses.has(each.id) ? { ...each, resitFrom: at.doneOn } : fixed(each, at);
    }),
  });
  const kept = schedulePlan(withDays(false));
  if (kept.ok) return kept.value.exact ? { schedule: kept.value, repeats: [] } : 'limit';
  if (kept.error.because.reason === 'limit') return 'limit';
  const again = schedulePlan({ ...withDays(true), placement: 'allEarly' });
  if (!again.ok) return again.error.because.reason === 'limit' ? 'limit' : 'lapses';
  if (!again.value.exact) return 'limit';
  const repeats = again.value.tasks.filter(
    ({ id, doneOn }) => isDone(id) && doneOn > (done.get(id)?.doneOn ?? doneOn),
  );
  return { schedule: again.value, repeats: repeats.map(({ id }) => id) };
}

/** Under way on that day it goes on; otherwise it is not begun before. */
const laterOf = (own: Day | undefined, at: ScheduledTask | undefined, failedOn: Day): Day =>
  asDay(Math.max(own ?? 0, Math.min(at?.startOn ?? failedOn, failedOn)));

/** Done on its day: it takes no more time, and nothing can move it. */
function fixed({ id }: ScheduleTask, { doneOn }: ScheduledTask): ScheduleTask {
  return { id, after: [], notBefore: doneOn, notAfter: doneOn };
}
