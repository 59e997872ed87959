/** The scheduling cases of `cases/*.yaml`, each a small plan with the days it must come to. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Day, expectOk, formatDay, parseDay, parsePeriod } from '../../kernel/index.ts';
import { contingenciesOf } from './contingency.ts';
import { sayAdvice, sayNoGood } from './say-schedule.ts';
import type { ScheduledTask, ScheduleInput, ScheduleTask, ValidityWindow } from './schedule-input.ts';
import { schedulePlan } from './schedule-plan.ts';
import { stretch } from './whole-days.ts';

type RawTask = {
  readonly id: string;
  readonly after?: readonly string[];
  readonly duration?: string;
  readonly share?: number;
  readonly study?: string;
  readonly post?: boolean;
  readonly late?: boolean;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly resitFrom?: string;
  readonly dates?: readonly { readonly on: string; readonly registerBy?: string }[];
  readonly months?: readonly number[];
  readonly season?: { readonly opens: string; readonly closes: string };
  readonly retake?: { readonly wait?: string; readonly isLastAttempt?: boolean };
};
type RawWindow = Omit<ValidityWindow, 'period' | 'rounding' | 'inclusive' | 'at' | 'moment'> &
  Partial<Pick<ValidityWindow, 'rounding' | 'inclusive' | 'at' | 'moment'>> & { readonly period: string };
type Days = Readonly<Record<string, string>>;
type RawCase = {
  readonly case: string;
  readonly on?: string;
  readonly tasks: readonly RawTask[];
  readonly windows?: readonly RawWindow[];
  readonly expect: {
    readonly end?: string;
    readonly done?: Days;
    readonly start?: Days;
    readonly latest?: Days;
    readonly studyFrom?: Days;
    readonly open?: readonly string[];
    readonly advice?: readonly string[];
    readonly noGood?: { readonly tasks: readonly string[]; readonly text: string };
    readonly failing?: Readonly<Record<string, object>>;
  };
};

const day = (text: string): Day => expectOk(parseDay(text), text);
const period = (text: string) => expectOk(parsePeriod(text), text);
const optional = <K extends string, T>(key: K, value: T | undefined): { readonly [key in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: T };

function readTask(raw: RawTask): ScheduleTask {
  const length = raw.duration === undefined ? undefined : period(raw.duration);
  const { retake } = raw;
  return {
    id: raw.id,
    after: raw.after ?? [],
    ...optional(
      'duration',
      length === undefined || raw.share === undefined ? length : stretch(length, raw.share),
    ),
    ...optional('study', raw.study === undefined ? undefined : period(raw.study)),
    ...optional('isPost', raw.post),
    ...optional('late', raw.late),
    ...optional('notBefore', raw.notBefore === undefined ? undefined : day(raw.notBefore)),
    ...optional('notAfter', raw.notAfter === undefined ? undefined : day(raw.notAfter)),
    ...optional('resitFrom', raw.resitFrom === undefined ? undefined : day(raw.resitFrom)),
    ...optional(
      'sittings',
      raw.dates === undefined && raw.months === undefined ? undefined : readCalendar(raw),
    ),
    ...optional('season', raw.season),
    ...optional(
      'retake',
      retake === undefined
        ? undefined
        : {
            ...optional('wait', retake.wait === undefined ? undefined : period(retake.wait)),
            ...optional('isLastAttempt', retake.isLastAttempt),
          },
    ),
  };
}

const readCalendar = ({ dates, months }: RawTask): NonNullable<ScheduleTask['sittings']> => ({
  ...optional(
    'dates',
    dates?.map(({ on, registerBy }) => ({
      on: day(on),
      ...optional('registerBy', registerBy === undefined ? undefined : day(registerBy)),
    })),
  ),
  ...optional('months', months),
});

const readInput = ({ on = '2026-11-22', tasks, windows = [] }: RawCase): ScheduleInput => ({
  on: day(on),
  tasks: tasks.map(readTask),
  windows: windows.map((window) => ({
    rounding: 'clamp',
    inclusive: true,
    at: 'start',
    moment: 'submission',
    ...window,
    period: period(window.period),
  })),
});

const folder = new URL('./cases/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(files)('%s', (file) => {
  const cases = parse(readFileSync(new URL(file, folder), 'utf8')) as readonly RawCase[];
  it.each(cases)('$case', (each) => {
    const input = readInput(each);
    const { expect: wanted } = each;
    const found = schedulePlan(input);
    if (!found.ok) {
      const text = sayNoGood(found.error.because, (id) => id);
      expect({ noGood: { tasks: [...found.error.tasks].sort(), text } }).toEqual(wanted);
      return;
    }
    const { tasks, end, advice, exact } = found.value;
    expect(exact).toBe(true);
    const daysOf = (which: keyof ScheduledTask, like: Days): Days =>
      Object.fromEntries(
        tasks.filter(({ id }) => id in like).map((task) => [task.id, formatDay(task[which] as Day)]),
      );
    const failing = Object.fromEntries(
      contingenciesOf(input, found.value).map(({ step, ...rest }) => [step, readable(rest)]),
    );
    expect({
      ...optional('end', wanted.end && formatDay(end)),
      ...optional('done', wanted.done && daysOf('doneOn', wanted.done)),
      ...optional('start', wanted.start && daysOf('startOn', wanted.start)),
      ...optional('latest', wanted.latest && daysOf('latestFinish', wanted.latest)),
      ...optional('studyFrom', wanted.studyFrom && daysOf('studyFrom', wanted.studyFrom)),
      ...optional(
        'open',
        wanted.open && tasks.filter(({ calendarOpen }) => calendarOpen).map(({ id }) => id),
      ),
      ...optional('advice', wanted.advice && advice.map((one) => sayAdvice(one, (id) => id))),
      ...optional('failing', wanted.failing && failing),
    }).toEqual(wanted);
  });
});

const readable = (contingency: object): object =>
  Object.fromEntries(
    Object.entries(contingency).map(([key, value]) => [
      key,
      ['failedOn', 'resitOn', 'end'].includes(key) ? formatDay(value as Day) : value,
    ]),
  );

it('there are enough cases to show each side of each window', () => {
  const count = files.flatMap(
    (file) => parse(readFileSync(new URL(file, folder), 'utf8')) as unknown[],
  ).length;
  expect(count).toBeGreaterThanOrEqual(40);
});
