/** Slack in words, as data: until when each step can wait and from when it counts, with the reason. */
import { asDay, type Day } from '../../kernel/index.ts';
import { type TaskDays, type TaskNetwork, validFrom } from './build-network.ts';
import { closingDay } from './calendar.ts';
import type { Advice, AdviceReason, ValidityWindow } from './schedule-input.ts';

export type AdviceInput = {
  readonly net: TaskNetwork;
  readonly windows: readonly ValidityWindow[];
  readonly on: Day;
  readonly early: readonly number[];
  readonly late: readonly number[];
  readonly placed: readonly number[];
  readonly end: Day;
};

export function adviseOn(input: AdviceInput): readonly Advice[] {
  return [...input.net.tasks.values()].flatMap((task) => [
    ...notBefore(task, input),
    ...registration(task, input),
    ...season(task, input),
    ...notAfter(task, input),
  ]);
}

/** The latest of the days on which it would still be too early; nothing is said where any day from today on will do. */
function notBefore({ task, finish }: TaskDays, { net, windows, on, placed }: AdviceInput): readonly Advice[] {
  const bounds = windows.flatMap((window) => {
    const by = net.tasks.get(window.by);
    if (window.of !== task.id || by === undefined) return [];
    return [{ window, day: validFrom(placed[by[window.at]] ?? 0, window) }];
  });
  const [last] = bounds.sort((a, b) => b.day - a.day);
  if (last === undefined || last.day <= on || last.day > (placed[finish] ?? 0)) return [];
  const { by, moment } = last.window;
  return [
    {
      step: task.id,
      kind: 'notBefore',
      act: 'take',
      day: last.day,
      because: { reason: 'lapses', before: by, moment },
    },
  ];
}

function registration({ task, finish }: TaskDays, { placed }: AdviceInput): readonly Advice[] {
  const sitting = task.sittings?.dates?.find(({ on }) => on === placed[finish]);
  if (sitting?.registerBy === undefined) return [];
  const because: AdviceReason = { reason: 'sitting', sitting: sitting.on };
  return [{ step: task.id, kind: 'notAfter', act: 'register', day: sitting.registerBy, because }];
}

function season({ task, start }: TaskDays, { placed }: AdviceInput): readonly Advice[] {
  if (task.season === undefined) return [];
  const day = asDay(closingDay(task.season, placed[start] ?? 0));
  return [{ step: task.id, kind: 'notAfter', act: 'begin', day, because: { reason: 'seasonCloses' } }];
}

function notAfter(days: TaskDays, input: AdviceInput): readonly Advice[] {
  const { early, late } = input;
  const { task, finish } = days;
  const latest = late[finish] ?? 0;
  if (latest <= (early[finish] ?? 0)) return [];
  return [
    {
      step: task.id,
      kind: 'notAfter',
      act: 'take',
      day: asDay(latest),
      because: whatHolds(days, latest, input),
    },
  ];
}

/** What gives way when it is done a day later. */
function whatHolds(
  { task, finish, sat }: TaskDays,
  latest: number,
  { net, late, end }: AdviceInput,
): AdviceReason {
  if (task.notAfter === latest) return { reason: 'wish' };
  const tight = net.network.lags.find(
    ({ from, to, down, why }) =>
      [finish, sat].includes(from) &&
      why.kind !== 'own' &&
      why.task !== task.id &&
      (down(late[to] ?? 0) ?? latest) <= (late[from] ?? 0),
  );
  if (tight !== undefined && latest < end) return { reason: 'holdsUp', step: tight.why.task };
  return { reason: 'end' };
}
