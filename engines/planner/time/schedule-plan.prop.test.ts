/** Small plans against every possible choice of days, by an oracle that knows only the rules of a schedule and nothing of the search. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asDay, type Day, expectOk, type Period, parseDay } from '../../kernel/index.ts';
import { holdsIn } from './no-good.ts';
import type { ScheduleInput, ScheduleTask, ValidityWindow } from './schedule-input.ts';
import { schedulePlan } from './schedule-plan.ts';

const ON = expectOk(parseDay('2028-02-25'), 'around a leap day');
const DAYS = 8;
const days = (count: number): Period => ({ years: 0, months: 0, weeks: 0, days: count });
const at = (offset: number): Day => asDay(ON + offset);

const offset = fc.nat(DAYS - 1);
const optional = <T>(arbitrary: fc.Arbitrary<T>, freq = 2): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq });
const task = (id: number): fc.Arbitrary<ScheduleTask> =>
  fc
    .record({
      after: fc.subarray(['0', '1', '2'].slice(0, id)),
      duration: optional(fc.integer({ min: 1, max: 3 }), 3),
      dates: optional(fc.tuple(fc.uniqueArray(offset, { minLength: 1, maxLength: 3 }), fc.nat(3))),
      notBefore: optional(offset, 1),
      notAfter: optional(offset, 1),
      study: optional(fc.integer({ min: 1, max: 3 })),
      isPost: fc.boolean(),
      late: fc.boolean(),
    })
    .map(({ after, duration, dates, notBefore, notAfter, study, isPost, late }) => ({
      id: `${id}`,
      after,
      late,
      ...(duration === undefined ? {} : { duration: days(duration) }),
      ...(dates === undefined ? {} : { sittings: { dates: sortDates(dates) } }),
      ...(notBefore === undefined ? {} : { notBefore: at(notBefore) }),
      ...(notAfter === undefined ? {} : { notAfter: at(notAfter) }),
      ...(study === undefined ? {} : { study: days(study) }),
      ...(isPost && duration !== undefined && dates === undefined && study === undefined ? { isPost } : {}),
    }));

const sortDates = ([dates, before]: readonly [readonly number[], number]) =>
  [...dates].sort((a, b) => a - b).map((on) => ({ on: at(on), registerBy: at(on - before) }));

const windowOf = fc
  .record({
    of: fc.constantFrom('0', '1', '2'),
    by: fc.constantFrom('0', '1', '2'),
    length: fc.integer({ min: 1, max: 6 }),
    inclusive: fc.boolean(),
    at: fc.constantFrom('start' as const, 'finish' as const),
  })
  .filter(({ of, by }) => of < by)
  .map(
    ({ length, ...rest }): ValidityWindow => ({
      ...rest,
      period: days(length),
      rounding: 'clamp',
      moment: 'use',
    }),
  );

const instance: fc.Arbitrary<ScheduleInput> = fc
  .record({ tasks: fc.tuple(task(0), task(1), task(2)), windows: fc.array(windowOf, { maxLength: 2 }) })
  .map(({ tasks, windows }) => ({ on: ON, tasks, windows }));

type Placed = { readonly start: number; readonly finish: number };

/** Every way to place one task by itself. */
function placesOf(each: ScheduleTask): readonly Placed[] {
  const length = each.duration?.days ?? 0;
  const dates = each.sittings?.dates;
  const lastDate = dates?.at(-1)?.on ?? 0;
  const all: Placed[] = [];
  for (let finish = 0; finish <= DAYS; finish += 1)
    for (let start = 0; start + length <= finish; start += 1) {
      const sitting = dates?.find(({ on }) => on === at(finish));
      const isSitting = dates === undefined || at(finish) > lastDate || sitting !== undefined;
      const signsUp = sitting === undefined || at(start) <= (sitting.registerBy ?? sitting.on);
      const inTime = at(start) >= (each.notBefore ?? ON) && at(finish) <= (each.notAfter ?? at(DAYS));
      if (isSitting && signsUp && inTime && finish >= (each.study?.days ?? 0)) all.push({ start, finish });
    }
  return all;
}

function fitTogether({ tasks, windows }: ScheduleInput, placed: readonly Placed[]): boolean {
  const of = (id: string): Placed | undefined => placed[Number(id)];
  const follows = tasks.every(({ after }, index) =>
    after.every((id) => {
      const [before, own] = [of(id), placed[index]];
      return before === undefined || own === undefined || before.finish <= own.start;
    }),
  );
  const isValid = windows.every((window) => {
    const [own, by] = [of(window.of), of(window.by)];
    if (own === undefined || by === undefined) return true;
    const gap = by[window.at] - own.finish;
    return window.inclusive ? gap <= window.period.days : gap < window.period.days;
  });
  return follows && isValid && isOneAtATime(tasks, placed, 'study') && isOneAtATime(tasks, placed, 'post');
}

function isOneAtATime(
  tasks: readonly ScheduleTask[],
  placed: readonly Placed[],
  kind: 'study' | 'post',
): boolean {
  const busy = placed.flatMap(({ start, finish }, index): readonly (readonly [number, number])[] => {
    const each = tasks[index];
    if (kind === 'post') return each?.isPost === true ? [[start, finish]] : [];
    return each?.study === undefined ? [] : [[finish - each.study.days, finish]];
  });
  return busy.every((a, i) => busy.every((b, j) => i >= j || a[1] <= b[0] || b[1] <= a[0]));
}

function everySchedule(input: ScheduleInput, visit: (placed: readonly Placed[]) => void): void {
  const places = input.tasks.map(placesOf);
  const held: Placed[] = [];
  const grow = (): void => {
    const next = places[held.length];
    if (next === undefined) return visit(held);
    for (const place of next) {
      held.push(place);
      if (fitTogether(input, held)) grow();
      held.pop();
    }
  };
  grow();
}

const endOf = (placed: readonly Placed[]): number => Math.max(...placed.map(({ finish }) => finish));

describe('a schedule', () => {
  it('ends as early as the best of all choices of days, and stands where there is one', () => {
    const seen = { held: 0, impossible: 0, ordered: 0 };
    fc.assert(
      fc.property(instance, (input) => {
        let best = Number.POSITIVE_INFINITY;
        everySchedule(input, (placed) => {
          best = Math.min(best, endOf(placed));
        });
        const found = schedulePlan(input);
        if (!found.ok || found.value.end > at(DAYS)) {
          expect(best).toBe(Number.POSITIVE_INFINITY);
          seen.impossible += 1;
          return;
        }
        expect(found.value.exact).toBe(true);
        expect(found.value.end - ON).toBe(best);
        seen.held += 1;
        seen.ordered += input.tasks.filter(({ study }) => study !== undefined).length > 1 ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    expect(Math.min(seen.held, seen.impossible, seen.ordered)).toBeGreaterThan(20);
  });

  it('places every task on days that keep all rules, between its earliest and its latest', () => {
    fc.assert(
      fc.property(instance, fc.constantFrom('lapsingLate', 'allLate', 'allEarly'), (input, placement) => {
        const found = schedulePlan({ ...input, placement });
        if (!found.ok) return;
        const { tasks, end } = found.value;
        const placed = tasks.map(({ startOn, doneOn }) => ({ start: startOn - ON, finish: doneOn - ON }));
        expect(fitTogether(input, placed)).toBe(true);
        expect(Math.max(...tasks.map(({ doneOn }) => doneOn))).toBeLessThanOrEqual(end);
        for (const each of tasks) {
          expect(each.doneOn).toBeGreaterThanOrEqual(each.earliestFinish);
          expect(each.doneOn).toBeLessThanOrEqual(each.latestFinish);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('can wait exactly as long as the latest of all schedules that end as early, where nothing has to be put in order', () => {
    let checked = 0;
    fc.assert(
      fc.property(instance, (input) => {
        if (input.tasks.some(({ study, isPost }) => study !== undefined || isPost === true)) return;
        const found = schedulePlan(input);
        if (!found.ok || found.value.end > at(DAYS)) return;
        const { tasks, end } = found.value;
        const least = tasks.map(() => DAYS + 1);
        const most = tasks.map(() => -1);
        everySchedule(input, (placed) => {
          if (at(endOf(placed)) > end) return;
          for (const [index, { finish }] of placed.entries()) {
            least[index] = Math.min(least[index] ?? 0, finish);
            most[index] = Math.max(most[index] ?? 0, finish);
          }
        });
        expect(tasks.map(({ earliestFinish }) => earliestFinish - ON)).toEqual(least);
        expect(tasks.map(({ latestFinish }) => latestFinish - ON)).toEqual(most);
        checked += 1;
      }),
      { numRuns: 600 },
    );
    expect(checked).toBeGreaterThan(30);
  });

  it('that is impossible names the fewest tasks that contradict each other', () => {
    let named = 0;
    fc.assert(
      fc.property(instance, (input) => {
        const found = schedulePlan(input);
        if (found.ok) return;
        const only = (ids: readonly string[]): ScheduleInput => ({
          ...input,
          tasks: input.tasks
            .filter(({ id }) => ids.includes(id))
            .map((each) => ({ ...each, after: each.after.filter((id) => ids.includes(id)) })),
          windows: input.windows.filter(({ of, by }) => ids.includes(of) && ids.includes(by)),
        });
        const { tasks } = found.error;
        named += 1;
        expect(holdsIn(found.error, input)).toBe(true);
        expect(
          holdsIn(found.error, { ...input, tasks: input.tasks.filter(({ id }) => id !== tasks[0]) }),
        ).toBe(false);
        const without = { ...input, windows: [] };
        expect(holdsIn(found.error, without)).toBe(found.error.windows.length === 0);
        expect(schedulePlan(only(tasks)).ok).toBe(false);
        for (const id of tasks) expect(schedulePlan(only(tasks.filter((each) => each !== id))).ok).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(named).toBeGreaterThan(30);
  });

  it('puts twelve exams in order, exactly, or says that its effort did not reach so far', () => {
    const twelve = Array.from(
      { length: 12 },
      (_, index): ScheduleTask => ({
        id: `${index}`,
        after: [],
        study: days(10 + index),
        sittings: { months: [1 + (index % 6), 7 + (index % 6)] },
      }),
    );
    const found = schedulePlan({ on: ON, tasks: twelve, windows: [] });
    expect(found.ok && found.value.exact).toBe(true);
    const inBrief = schedulePlan({ on: ON, tasks: twelve, windows: [], effort: 4_000 });
    if (!found.ok || !inBrief.ok) throw new Error('Twelve exams can be put in order.');
    expect(inBrief.value.exact).toBe(false);
    expect(inBrief.value.end).toBeGreaterThanOrEqual(found.value.end);
  });
});
