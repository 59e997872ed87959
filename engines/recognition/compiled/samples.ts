/** One value for every cell between the cut points of a fact, cut to what is known of it. */
import type { Candidate } from './candidates.ts';
import { KNOWN, type Slots, stateAt } from './slots.ts';

export function samplesOf({ kind, points, slot }: Candidate, given: Slots): readonly number[] {
  if (kind === 'listed') return points;
  const vague = stateAt(given, slot) === KNOWN;
  const lo = vague ? (given.lo[slot] as number) : Number.NEGATIVE_INFINITY;
  const hi = vague ? (given.hi[slot] as number) : Number.POSITIVE_INFINITY;
  const samples = new Set<number>();
  const [first = 0, last = 0] = [points[0], points.at(-1)];
  if (lo < first) samples.add(Math.min(hi, Math.max(lo, first - 1)));
  if (hi > last) samples.add(Math.max(lo, Math.min(hi, last + 1)));
  for (const [index, point] of points.entries()) {
    if (point >= lo && point <= hi) samples.add(point);
    const next = points[index + 1];
    const between = next === undefined ? undefined : sampleBetween(point, next, lo, hi, kind === 'days');
    if (between !== undefined) samples.add(between);
  }
  return [...samples];
}

/** Days are whole: between two neighbouring days there is none. */
function sampleBetween(
  point: number,
  next: number,
  lo: number,
  hi: number,
  whole: boolean,
): number | undefined {
  const [from, to] = whole
    ? [Math.max(lo, point + 1), Math.min(hi, next - 1)]
    : [Math.max(lo, point), Math.min(hi, next)];
  if (whole) return from <= to ? from : undefined;
  return from < to ? (from + to) / 2 : undefined;
}
