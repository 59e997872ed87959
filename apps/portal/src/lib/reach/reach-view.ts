/** What the page shows of `testamur/reverse-reach/1`: lines in words, and one state for each country of schools. */
import type { ReverseClass, ReverseReach } from '@testamur/engines/planner';
import type { Language } from '../language/language.ts';
import type { MessageKey } from '../language/messages.ts';
import type { Point, Pointer } from '../rules/pointer.ts';
import type { Look } from '../ui/looks.ts';
import { type Told, tellCodes } from './tell-codes.ts';

/** `mixed`: not the same for all who studied there. */
export type State = ReverseClass['reach'] | 'mixed';

export const STATES: readonly {
  readonly state: State;
  readonly look: Look;
  readonly key: MessageKey;
  readonly meaning: MessageKey;
}[] = [
  {
    state: 'reachable',
    look: 'open',
    key: 'reach.state.reachable',
    meaning: 'reach.state.reachable.meaning',
  },
  { state: 'mixed', look: 'steps', key: 'reach.state.mixed', meaning: 'reach.state.mixed.meaning' },
  {
    state: 'conditional',
    look: 'notsaid',
    key: 'reach.state.conditional',
    meaning: 'reach.state.conditional.meaning',
  },
  {
    state: 'unreachable',
    look: 'closed',
    key: 'reach.state.unreachable',
    meaning: 'reach.state.unreachable.meaning',
  },
];

export const lookOf = (state: State): (typeof STATES)[number] =>
  STATES.find((each) => each.state === state) ?? (STATES[0] as (typeof STATES)[number]);

export type ReachLine = {
  readonly id: string;
  readonly state: State;
  readonly schools: Told;
  readonly citizenships: Told;
  readonly graduated: string;
  readonly route?: Pointer;
  readonly via: readonly string[];
  readonly steps: number;
  /** In months or days, as long as it takes at least; absent where nothing of it is established. */
  readonly time?: string;
  readonly isAtLeast: boolean;
  readonly blockedBy?: { readonly rule: Pointer; readonly route: Pointer };
};

export type ReachView = {
  readonly on: string;
  readonly people: number;
  readonly years: { readonly from: number; readonly to: number };
  readonly lines: readonly ReachLine[];
  readonly states: ReadonlyMap<string, State>;
};

export function viewReach(answer: ReverseReach, point: Point, language: Language): ReachView {
  const { classes } = answer;
  const schools = [...new Set(classes.flatMap((line) => line.schools))];
  const citizenships = [...new Set(classes.flatMap((line) => line.citizenships))];
  const years = {
    from: Math.min(...classes.map(({ graduated }) => graduated.from)),
    to: Math.max(...classes.map(({ graduated }) => graduated.to)),
  };
  return {
    on: answer.on,
    people: answer.people,
    years,
    lines: classes.map((line) => ({
      id: line.id,
      state: line.reach,
      schools: tellCodes(line.schools, schools, language),
      citizenships: tellCodes(line.citizenships, citizenships, language),
      graduated: tellYears(line.graduated, years, language),
      via: line.via.map(({ title }) => title),
      steps: line.steps,
      isAtLeast: line.time?.atLeast === true,
      ...(line.route === undefined ? {} : { route: point(line.route) }),
      ...timeOf(line, language),
      ...(line.blockedBy === undefined
        ? {}
        : { blockedBy: { rule: point(line.blockedBy.rule), route: point(line.blockedBy.route) } }),
    })),
    states: statesOf(classes),
  };
}

/** @example statesOf(classes).get('IN') // 'mixed': graduates of India can, but not citizens of every country */
export function statesOf(classes: readonly ReverseClass[]): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const { schools, reach } of classes)
    for (const school of schools) {
      const held = states.get(school);
      states.set(school, held === undefined || held === reach ? reach : 'mixed');
    }
  return states;
}

function tellYears(
  { from, to }: ReverseClass['graduated'],
  all: ReverseClass['graduated'],
  { say }: Language,
): string {
  if (from === all.from && to === all.to) return say('reach.years.any');
  if (from === to) return String(from);
  if (to === all.to) return say('reach.years.from', { from: String(from) });
  if (from === all.from) return say('reach.years.until', { to: String(to) });
  return say('reach.years.between', { from: String(from), to: String(to) });
}

const DAYS_PER_MONTH = 30.44;
/** Below this a length is told in days. */
const FEW_DAYS = 61;

/** Nothing is known of a way whose every step has no length: that is not a way of no days. */
function timeOf({ time }: ReverseClass, { unit }: Language): Pick<ReachLine, 'time'> {
  if (time === undefined || time.days === 0) return {};
  if (time.days < FEW_DAYS) return { time: unit(time.days, 'day') };
  return { time: unit(Math.ceil(time.days / DAYS_PER_MONTH), 'month') };
}
