/** A plan as a chart over months: one strip for each step, in lanes, and room at the end for what nobody knows the length of. */
import { addPeriod, expectOk, formatDay, parseDay, parsePeriod } from '@testamur/engines/kernel';
import type { Plan, PlannedStep } from '@testamur/engines/planner';

export type Lane = 'exams' | 'papers' | 'training' | 'practice' | 'decisions';

/** Percent of the width. */
export type Stretch = { readonly from: number; readonly to: number };

export type Strip = {
  readonly step: PlannedStep;
  /** Its place in the order of the plan, from 1. */
  readonly number: number;
  /** From beginning to end, where the length is known. */
  readonly bar?: Stretch;
  /** The length is not established: drawn hatched, as long as it needs to be seen. */
  readonly open?: Stretch;
  /** Days after steps of unknown length are lower bounds. */
  readonly isBound: boolean;
  /** From the first day on which it can be begun to the last on which it can be done without delaying the end. */
  readonly slack?: Stretch;
  readonly validity?: Stretch & { readonly until: string; readonly lapses: boolean };
};

export type PlanChart = {
  readonly lanes: readonly { readonly lane: Lane; readonly strips: readonly Strip[] }[];
  /** First days of months. */
  readonly ticks: readonly { readonly on: string; readonly at: number }[];
  /** Where the months end and only the order is known. 100 where all is known. */
  readonly openFrom: number;
};

const LANES: Readonly<Record<PlannedStep['kind'], Lane>> = {
  exam: 'exams',
  'language-test': 'exams',
  verification: 'papers',
  document: 'papers',
  immigration: 'papers',
  other: 'papers',
  training: 'training',
  practice: 'practice',
  job: 'practice',
  application: 'decisions',
  licence: 'decisions',
  selection: 'decisions',
};

export const laneOf = ({ kind }: Pick<PlannedStep, 'kind'>): Lane => LANES[kind];

const ORDER: readonly Lane[] = ['exams', 'papers', 'training', 'practice', 'decisions'];
const THINNEST = 1.2;
const STUB = 5;
/** Percent of the width that the name of a month takes. */
const ROOM_FOR_A_MONTH = 19;
/** Of the width, for each step whose length is open at the end, one after the other; and for all of them together. */
const OPEN = { each: 11, most: 48 };

const dayOf = (text: string): number => expectOk(parseDay(text), 'a day of a plan');

export function chartPlan(plan: Plan): PlanChart {
  const ranks = openRanks(plan);
  const deepest = Math.max(0, ...ranks.values());
  const span = Math.max(0, dayOf(plan.time.finishOn) - dayOf(plan.on));
  const openFrom = openingOf(deepest, span);
  const at = (text: string): number =>
    span === 0 ? 0 : Math.min(openFrom, ((dayOf(text) - dayOf(plan.on)) / span) * openFrom);
  const strips = plan.steps.map((step, index) =>
    stripOf(step, {
      ...{ number: index + 1, at, openFrom, deepest, finishOn: plan.time.finishOn },
      rank: ranks.get(step.key),
    }),
  );
  const lanes = ORDER.map((lane) => ({ lane, strips: strips.filter(({ step }) => laneOf(step) === lane) }));
  return {
    lanes: lanes.filter((each) => each.strips.length > 0),
    ticks:
      span === 0 ? [] : monthsBetween(plan, openFrom / ROOM_FOR_A_MONTH).map((on) => ({ on, at: at(on) })),
    openFrom,
  };
}

function openingOf(deepest: number, span: number): number {
  if (deepest === 0) return 100;
  return span === 0 ? 0 : 100 - Math.min(OPEN.most, deepest * OPEN.each);
}

/** Steps of unknown length on the last day that is known: nobody can say how long after it they end, only in which order they come. */
function openRanks({ steps, time }: Plan): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const { key, after, duration, schedule } of steps) {
    if (schedule.doneOn !== time.finishOn) continue;
    const before = Math.max(0, ...after.map((each) => ranks.get(each) ?? 0));
    if (!duration.known || before > 0) ranks.set(key, before + 1);
  }
  return ranks;
}

type Place = {
  readonly number: number;
  readonly at: (day: string) => number;
  readonly openFrom: number;
  readonly rank: number | undefined;
  readonly deepest: number;
  readonly finishOn: string;
};

function stripOf(step: PlannedStep, { number, at, openFrom, rank, deepest, finishOn }: Place): Strip {
  const { schedule, duration } = step;
  const start = at(schedule.startOn ?? schedule.earliestStart);
  const done = at(schedule.doneOn);
  const latest = at(schedule.latestFinish);
  const earliest = at(schedule.earliestStart);
  const each = deepest === 0 ? 0 : (100 - openFrom) / deepest;
  const isOpen = rank !== undefined || !duration.known;
  const open =
    rank !== undefined
      ? { from: openFrom + (rank - 1) * each, to: openFrom + rank * each }
      : { from: start, to: Math.min(100, Math.max(done, start + STUB)) };
  const end = rank === undefined ? done : open.to;
  const bar = { from: Math.min(start, 100 - THINNEST), to: Math.max(done, start + THINNEST) };
  const slackTo = rank === undefined ? Math.max(done, latest) : openFrom;
  const isEarly = earliest < (isOpen ? open : bar).from;
  const hasSlack = slackTo > earliest && (isEarly || (rank === undefined && latest > done));
  const validity = validityOf(step, { from: end, at, finishOn });
  return {
    step,
    number,
    ...(isOpen ? { open } : { bar }),
    isBound: schedule.unknownBefore > (duration.known ? 0 : 1),
    ...(hasSlack ? { slack: { from: earliest, to: slackTo } } : {}),
    ...(validity === undefined ? {} : { validity }),
  };
}

function validityOf(
  step: PlannedStep,
  { from, at, finishOn }: { readonly from: number } & Pick<Place, 'at' | 'finishOn'>,
): Strip['validity'] {
  const until = validUntil(step);
  if (until === undefined) return undefined;
  // Counted from a lower bound, the last day is one too: nothing is known to lapse.
  const lapses = step.schedule.unknownBefore === 0 && until < finishOn;
  return { from, to: lapses ? at(until) : 100, until, lapses };
}

/** When what it yields is as old as it may become, counted from the day on which the plan has it done. */
export function validUntil({ validFor, schedule }: PlannedStep): string | undefined {
  const period = validFor === undefined ? undefined : parsePeriod(validFor.period);
  if (period?.ok !== true) return undefined;
  const done = expectOk(parseDay(schedule.doneOn), 'a day of a plan');
  return formatDay(addPeriod(done, period.value, 'clamp'));
}

const ROUND_MONTHS = [1, 2, 3, 6, 12, 24, 36, 60, 120];

function monthsBetween({ on, time }: Plan, most: number): readonly string[] {
  const [first, last] = [monthOf(on) + 1, monthOf(time.finishOn)];
  const step = ROUND_MONTHS.find((each) => (last - first) / each < most) ?? 240;
  const months = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return months.filter((month) => month % step === 0).map(writeMonth);
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const writeMonth = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
