/**
 * One exam is prepared at a time, one post is held at a time: in which order, so that the last day comes earliest. Exact: it looks at
 * every order that a bound or a better order over the same tasks does not put aside.
 */
import type { TaskDays, TaskNetwork, Why } from './build-network.ts';
import { orderLag } from './build-network.ts';
import { findEarliest, type Lag, type Solution } from './constraint-network.ts';
import { latestBefore, leastDays } from './whole-days.ts';

export type Ordered =
  | {
      readonly ok: true;
      readonly days: readonly number[];
      readonly order: readonly Lag<Why>[];
      readonly exact: boolean;
    }
  | { readonly ok: false; readonly failures: readonly Failure[]; readonly gaveUp: boolean };
export type Failure = Extract<Solution<Why>, { readonly ok: false }>;

/** `orders` looked at and bounds worked out (`effort`) before it answers with the best so far. */
export type OrderLimit = { readonly orders: number; readonly effort: number };

export function orderExams(net: TaskNetwork, limit: OrderLimit): Ordered {
  const first = findEarliest(net.network);
  if (!first.ok) return { ok: false, failures: [first], gaveUp: false };
  return new Search(net, limit).run(first.days);
}

/** Tasks that still have no place in the order of their kind. */
type Open = readonly (readonly TaskDays[])[];

type State = {
  readonly days: readonly number[];
  readonly order: readonly Lag<Why>[];
  readonly open: Open;
  /** Of each kind, the one that was put in order last: all that is open comes after it. */
  readonly last: readonly (TaskDays | undefined)[];
};

/** Lives for one search. */
class Search {
  readonly #net: TaskNetwork;
  readonly #limit: OrderLimit;
  readonly #ends: readonly number[];
  readonly #tails: ReadonlyMap<string, number>;
  readonly #hasWindows: boolean;
  readonly #ordered: readonly TaskDays[];
  /** By what is still open: days reached, none of them better than another. */
  readonly #archive = new Map<string, (readonly number[])[]>();
  readonly #failures: Failure[] = [];
  #best:
    | { readonly days: readonly number[]; readonly order: readonly Lag<Why>[]; readonly end: number }
    | undefined;
  #looked = 0;
  #work = 0;

  constructor(net: TaskNetwork, limit: OrderLimit) {
    this.#net = net;
    this.#limit = limit;
    const tasks = [...net.tasks.values()];
    this.#ends = tasks.map(({ finish }) => finish);
    this.#tails = tailsOf(tasks);
    this.#ordered = tasks.filter(({ task, study }) => study !== undefined || task.isPost === true);
    this.#hasWindows = net.network.lags.some(({ why }) => why.kind === 'valid');
  }

  run(days: readonly number[]): Ordered {
    const tasks = [...this.#net.tasks.values()];
    const open = [
      tasks.filter(({ study }) => study !== undefined),
      tasks.filter(({ task }) => task.isPost === true),
    ];
    this.#explore({ days, order: [], open, last: [] });
    const gaveUp = this.#isSpent();
    if (this.#best === undefined) return { ok: false, failures: this.#failures, gaveUp };
    return { ok: true, days: this.#best.days, order: this.#best.order, exact: !gaveUp };
  }

  #isSpent(): boolean {
    return this.#looked >= this.#limit.orders || this.#work >= this.#limit.effort;
  }

  #explore(state: State): void {
    const { days, order, open, last } = state;
    const end = this.#endOf(days);
    if (this.#best !== undefined && Math.max(end, this.#boundOf(days, open)) >= this.#best.end) return;
    if (this.#isDominated(days, open, end)) return;
    const group = open.findIndex((tasks) => collide(tasks, days));
    if (group === -1) return this.#keep(state, end);
    const tasks = open[group] ?? [];
    const before = last[group];
    const sorted = tasks.toSorted(
      (a, b) => (days[a.finish] ?? 0) - (days[b.finish] ?? 0) || (a.task.id < b.task.id ? -1 : 1),
    );
    for (const first of sorted) {
      if (this.#isSpent()) return;
      this.#looked += 1;
      const rest = tasks.filter((task) => task !== first);
      const next = [...order, ...(before === undefined ? [] : [orderLag(before, first)])];
      const firstOfAll = (place: number): TaskDays | undefined => (place === group ? first : last[place]);
      const waiting = open.flatMap((each, place) => {
        const done = firstOfAll(place);
        return done === undefined ? [] : (place === group ? rest : each).map((then) => orderLag(done, then));
      });
      const found = findEarliest(this.#net.network, { days, more: [...next, ...waiting] });
      this.#work += found.work;
      if (!found.ok) this.#failures.push(found);
      else
        this.#explore({
          days: found.days,
          order: next,
          open: open.map((each, place) => (place === group ? rest : each)),
          last: open.map((_, place) => firstOfAll(place)),
        });
    }
  }

  /** Nothing overlaps: the order in which it stands is kept, so that what goes late cannot overlap either. */
  #keep({ days, order, open, last }: State, end: number): void {
    const stands = open.flatMap((tasks, place) => {
      const before = last[place];
      const sorted = timesOf(tasks, days).map(({ task }) => task);
      const row = before === undefined ? sorted : [before, ...sorted];
      // What takes no time keeps no place between others, but does come after what was put before it.
      const idle = before === undefined ? [] : tasks.filter((task) => !sorted.includes(task));
      return [
        ...row.flatMap((first, index) =>
          row.slice(index + 1, index + 2).map((then) => orderLag(first, then)),
        ),
        ...idle.flatMap((then) => (before === undefined ? [] : [orderLag(before, then)])),
      ];
    });
    const all = [...order, ...stands];
    const settled = findEarliest(this.#net.network, { days, more: all });
    this.#work += settled.work;
    if (settled.ok) this.#best = { days: settled.days, order: all, end };
  }

  #endOf(days: readonly number[]): number {
    return Math.max(...this.#ends.map((finish) => days[finish] ?? 0));
  }

  /** What is open is done one after the other, and after the last of it comes at least the shortest rest. */
  #boundOf(days: readonly number[], open: Open): number {
    return Math.max(
      ...open.map((tasks) => {
        if (tasks.length === 0) return 0;
        const first = Math.min(...tasks.map((task) => days[beginOf(task)] ?? 0));
        const work = tasks.reduce((sum, task) => sum + lengthOf(task), 0);
        return first + work + Math.min(...tasks.map(({ task }) => this.#tails.get(task.id) ?? 0));
      }),
    );
  }

  /**
   * Another order of the same tasks left every other day as early: whatever follows, it ends no later. Not so where results lapse, since
   * they may push a task that has its place.
   */
  #isDominated(days: readonly number[], open: Open, end: number): boolean {
    if (this.#hasWindows) return false;
    const key = open.map((tasks) => tasks.map(({ task }) => task.id).join(' ')).join('|');
    const free = new Set(open.flat());
    const placed = this.#ordered.filter((task) => !free.has(task));
    const settled = new Set(placed.flatMap(({ start, finish, sat, study }) => [start, finish, sat, study]));
    const reached = [end, ...days.filter((_, variable) => !settled.has(variable))];
    const held = this.#archive.get(key) ?? [];
    if (held.some((other) => other.every((day, index) => day <= (reached[index] ?? 0)))) return true;
    this.#archive.set(key, [...held, reached]);
    return false;
  }
}

const beginOf = ({ study, start }: TaskDays): number => study ?? start;

function lengthOf({ task }: TaskDays): number {
  const length = task.study ?? task.duration;
  return length === undefined ? 0 : leastDays(length);
}

/** From when to when she is busy with each, in order: preparation goes on until the exam. */
function timesOf(
  tasks: readonly TaskDays[],
  days: readonly number[],
): readonly { readonly task: TaskDays; readonly from: number; readonly to: number }[] {
  return tasks
    .map((task) => ({ task, from: busyFrom(task, days), to: days[task.finish] ?? 0 }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

function busyFrom({ task, start, sat }: TaskDays, days: readonly number[]): number {
  return task.study === undefined ? (days[start] ?? 0) : latestBefore(days[sat] ?? 0, task.study);
}

function collide(tasks: readonly TaskDays[], days: readonly number[]): boolean {
  const times = timesOf(tasks, days);
  return times.some(({ from }, index) => from < Math.max(...times.slice(0, index).map(({ to }) => to)));
}

/** The least time from the end of a task to the end of all. */
function tailsOf(tasks: readonly TaskDays[]): ReadonlyMap<string, number> {
  const tails = new Map<string, number>();
  const tailOf = (id: string, seen: readonly string[]): number => {
    const held = tails.get(id);
    if (held !== undefined) return held;
    const users = tasks.filter(({ task }) => task.after.includes(id) && !seen.includes(task.id));
    const tail = Math.max(
      0,
      ...users.map(
        ({ task }) =>
          (task.duration === undefined ? 0 : leastDays(task.duration)) + tailOf(task.id, [...seen, id]),
      ),
    );
    tails.set(id, tail);
    return tail;
  };
  for (const { task } of tasks) tailOf(task.id, []);
  return tails;
}
