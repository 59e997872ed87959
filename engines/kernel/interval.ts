import { asDay, type Day, formatDay } from './civil-day.ts';
import type { KernelProblem } from './errors.ts';
import { err, ok, type Result } from './result.ts';

/**
 * Days from `from` up to, not including, `to`. A missing end is open: "in force from 2021-07-01" has no `to`.
 * An interval whose end is not after its beginning holds no day; `makeInterval` refuses it and the algebra drops it.
 */
export type Interval = { readonly from?: Day; readonly to?: Day };

/** Intervals in order, none empty, none touching the next: one list for one set of days. `unionIntervals` makes it. */
export type IntervalList = readonly Interval[];

export const ALL_DAYS: Interval = {};

export function makeInterval(from: Day | undefined, to: Day | undefined): Result<Interval, KernelProblem> {
  if (from !== undefined && to !== undefined && to <= from) {
    return err({
      code: 'KERNEL_INTERVAL_EMPTY',
      message: `The end ${formatDay(to)} is not after the beginning ${formatDay(from)}.`,
      hint: 'Check whether the two dates were exchanged; the end is the first day that no longer belongs.',
    });
  }
  return ok(fromBounds({ from: from ?? OPEN_START, to: to ?? OPEN_END }));
}

/** Both days belong: how people speak, "employed from 1 March to 31 May". */
export function makeClosedInterval(first: Day, last: Day): Result<Interval, KernelProblem> {
  return makeInterval(first, asDay(last + 1));
}

export function isDayIn(interval: Interval, day: Day): boolean {
  const { from, to } = boundsOf(interval);
  return from <= day && day < to;
}

export function isDayInAny(intervals: readonly Interval[], day: Day): boolean {
  return intervals.some((interval) => isDayIn(interval, day));
}

/** The days of any of them. Order, overlap and touching do not matter: the same days give the same list. */
export function unionIntervals(intervals: readonly Interval[]): IntervalList {
  const sorted = intervals
    .map(boundsOf)
    .filter(isNotEmpty)
    .sort((a, b) => compare(a.from, b.from));
  const merged: Bounds[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last && next.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else merged.push(next);
  }
  return merged.map(fromBounds);
}

/** The days that belong to some interval on the left and to some interval on the right. */
export function intersectIntervals(left: readonly Interval[], right: readonly Interval[]): IntervalList {
  const lefts = unionIntervals(left).map(boundsOf);
  const rights = unionIntervals(right).map(boundsOf);
  return lefts.flatMap((a) =>
    rights
      .map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))
      .filter(isNotEmpty)
      .map(fromBounds),
  );
}

/** The days of the left that belong to nothing on the right. */
export function subtractIntervals(left: readonly Interval[], right: readonly Interval[]): IntervalList {
  return intersectIntervals(left, complement(right));
}

/** The days inside `within` that none of them covers: holes in coverage, breaks in practice. */
export function findGaps(intervals: readonly Interval[], within: Interval): IntervalList {
  return subtractIntervals([within], intervals);
}

/** How many different days they hold; no day counts twice. Infinity when an end is open. */
export function countDays(intervals: readonly Interval[]): number {
  let days = 0;
  for (const interval of unionIntervals(intervals)) {
    const { from, to } = boundsOf(interval);
    days += to - from;
  }
  return days;
}

type Bounds = { readonly from: number; readonly to: number };

const OPEN_START = Number.NEGATIVE_INFINITY;
const OPEN_END = Number.POSITIVE_INFINITY;

function boundsOf(interval: Interval): Bounds {
  return { from: interval.from ?? OPEN_START, to: interval.to ?? OPEN_END };
}

function fromBounds({ from, to }: Bounds): Interval {
  return {
    ...(from === OPEN_START ? {} : { from: asDay(from) }),
    ...(to === OPEN_END ? {} : { to: asDay(to) }),
  };
}

function isNotEmpty({ from, to }: Bounds): boolean {
  return from < to;
}

function complement(intervals: readonly Interval[]): IntervalList {
  const holes: Bounds[] = [];
  let from = OPEN_START;
  for (const bounds of unionIntervals(intervals).map(boundsOf)) {
    holes.push({ from, to: bounds.from });
    from = bounds.to;
  }
  holes.push({ from, to: OPEN_END });
  return holes.filter(isNotEmpty).map(fromBounds);
}

/** Subtraction would give NaN for two open beginnings. */
function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
