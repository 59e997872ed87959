/** Tasks as days that bound each other. A task has the day it begins and the day it is done; an exam also the day from which it may be sat. */
import { asDay, type Day } from '../../kernel/index.ts';
import { type Domain, readSeason, readSittings, type Sittings } from './calendar.ts';
import type { Lag, Network } from './constraint-network.ts';
import type { ScheduleInput, ScheduleTask, ValidityWindow } from './schedule-input.ts';
import { after, earliestReaching, latestBefore, mostDays } from './whole-days.ts';

export type Why =
  | { readonly kind: 'own'; readonly task: string }
  | { readonly kind: 'after'; readonly task: string; readonly before: string }
  | { readonly kind: 'order'; readonly task: string; readonly before: string }
  | { readonly kind: 'valid'; readonly task: string; readonly window: ValidityWindow };

/** Positions of the days of a task. `sat` is the first day on which it may be sat, `study` the day its preparation begins. */
export type TaskDays = {
  readonly task: ScheduleTask;
  readonly start: number;
  readonly finish: number;
  readonly sat: number;
  readonly study?: number;
  readonly sittings?: Sittings;
};

export type TaskNetwork = {
  readonly network: Network<Why>;
  readonly tasks: ReadonlyMap<string, TaskDays>;
};

/**
 * No solution lies further than this, so that whoever is pushed beyond it is pushed for ever: past the last day that is named, every
 * length at once, a year's wait for every calendar, and for every validity the four years after which all months repeat their lengths (a day where no months are counted).
 */
function horizonOf({ on, tasks, windows }: ScheduleInput): Day {
  const named = tasks.flatMap(({ notBefore, notAfter, resitFrom, sittings }) => [
    ...[notBefore, notAfter, resitFrom].flatMap((day) => day ?? []),
    ...(sittings?.dates ?? []).map((date) => Number(date.on)),
  ]);
  const lengths = tasks.flatMap(({ duration, study }) => [duration, study].flatMap((each) => each ?? []));
  const isEven =
    [...lengths, ...windows.map(({ period }) => period)].every(({ years, months }) => years + months === 0) &&
    tasks.every(({ sittings, season }) => sittings?.months === undefined && season === undefined);
  const turn = isEven ? 1 : FOUR_YEARS;
  const total = lengths.reduce((sum, length) => sum + mostDays(length), 0);
  return asDay(Math.max(on, ...named) + total + 400 * (tasks.length + 1) + turn * (windows.length + 1));
}

const FOUR_YEARS = 1461;

export function buildNetwork(input: ScheduleInput): TaskNetwork {
  const { on, tasks, windows } = input;
  const horizon = horizonOf(input);
  const builder = new Builder(on, horizon);
  const days = new Map(tasks.map((task) => [task.id, builder.place(task)] as const));
  for (const { task, start } of days.values())
    for (const id of task.after) {
      const before = days.get(id);
      if (before !== undefined)
        builder.noEarlier(before.finish, start, { kind: 'after', task: task.id, before: id });
    }
  for (const window of windows) {
    const [of, by] = [days.get(window.of), days.get(window.by)];
    if (of !== undefined && by !== undefined) builder.keepValid(window, of, by);
  }
  return { network: builder.network(), tasks: days };
}

/** That one task is done before another one's time begins. */
export const orderLag = (first: TaskDays, then: TaskDays): Lag<Why> => ({
  from: first.finish,
  to: then.study ?? then.start,
  up: same,
  down: same,
  why: { kind: 'order', task: then.task.id, before: first.task.id },
});

const same = (day: number): number => day;

/** Lives while one network is built. */
class Builder {
  readonly #on: Day;
  readonly #horizon: Day;
  readonly #low: number[] = [];
  readonly #high: number[] = [];
  readonly #domains: (Domain | undefined)[] = [];
  readonly #lags: Lag<Why>[] = [];

  constructor(on: Day, horizon: Day) {
    this.#on = on;
    this.#horizon = horizon;
  }

  network = (): Network<Why> => ({
    low: this.#low,
    high: this.#high,
    domains: this.#domains,
    lags: this.#lags,
  });

  #variable(low: number, high: number, domain?: Domain): number {
    this.#high.push(high);
    this.#domains.push(domain);
    return this.#low.push(low) - 1;
  }

  noEarlier(from: number, to: number, why: Why): void {
    this.#lags.push({ from, to, up: same, down: same, why });
  }

  place(task: ScheduleTask): TaskDays {
    const [low, high] = [Math.max(this.#on, task.notBefore ?? this.#on), task.notAfter ?? this.#horizon];
    const season = task.season === undefined ? undefined : readSeason(task.season);
    const start = this.#variable(low, this.#horizon, season);
    const finish = this.#variable(
      task.sittings === undefined ? Math.max(low, task.resitFrom ?? low) : low,
      high,
    );
    const days =
      task.sittings === undefined ? { task, start, finish, sat: finish } : this.#sit(task, start, finish);
    const why: Why = { kind: 'own', task: task.id };
    const { duration, study: length } = task;
    if (duration === undefined) {
      if (days.sittings === undefined) this.noEarlier(start, finish, why);
    } else {
      const down = (day: number): number => latestBefore(day, duration);
      this.#lags.push({ from: start, to: days.sat, up: (day) => after(day, duration), down, why });
    }
    if (length === undefined) return days;
    const study = this.#variable(this.#on, this.#horizon);
    const down = (day: number): number => latestBefore(day, length);
    this.#lags.push({ from: study, to: days.sat, up: (day) => after(day, length), down, why });
    return { ...days, study };
  }

  /** What comes before is done when she has to be ready for the sitting; it counts from its last day on, and is valid from its first. */
  #sit(task: ScheduleTask, start: number, finish: number): TaskDays {
    const sittings = readSittings(task.sittings ?? {}, this.#on, this.#horizon);
    const why: Why = { kind: 'own', task: task.id };
    const sat = this.#variable(Math.max(this.#on, task.resitFrom ?? this.#on), this.#horizon, {
      next: (day) => sittings.next('first', day)?.first,
      latest: (day) => sittings.latest('first', day, 'first'),
    });
    const link = (
      from: number,
      to: number,
      a: 'readyBy' | 'first' | 'last',
      b: 'readyBy' | 'first' | 'last',
    ): void =>
      void this.#lags.push({
        from,
        to,
        up: (day) => sittings.next(a, day)?.[b],
        down: (day) => sittings.latest(b, day, a),
        why,
      });
    link(start, sat, 'readyBy', 'first');
    link(sat, finish, 'first', 'last');
    link(finish, sat, 'last', 'first');
    return { task, start, finish, sat, sittings };
  }

  keepValid(window: ValidityWindow, of: TaskDays, by: TaskDays): void {
    const { period, rounding, inclusive, at } = window;
    const spare = inclusive ? 0 : 1;
    this.#lags.push({
      from: by[at],
      to: of.sat,
      up: (day) => earliestReaching(day + spare, period, rounding),
      down: (day) => after(day, period, rounding) - spare,
      why: { kind: 'valid', task: of.task.id, window },
    });
  }
}

/** The last day on which what was done on this day still counts. */
export const validUntil = (day: number, { period, rounding, inclusive }: ValidityWindow): Day =>
  asDay(after(day, period, rounding) - (inclusive ? 0 : 1));

/** The first day from which it still counts on that day. */
export const validFrom = (day: number, { period, rounding, inclusive }: ValidityWindow): Day =>
  asDay(earliestReaching(day + (inclusive ? 0 : 1), period, rounding));
