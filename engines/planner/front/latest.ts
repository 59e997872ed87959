/** How late each node may be if the target is to be reached by a day: what comes later than that is of no use. */
import { type FlatGraph, partsOf, SOME, STEP } from './flat-graph.ts';
import type { Deadlines, Times } from './time-pass.ts';

export type LatestQuestion = {
  readonly flat: FlatGraph;
  readonly target: number;
  readonly chosen: Int32Array;
  readonly times: Times;
  readonly deadlines: Deadlines;
};

/** Days by node, -Infinity where no way in time uses it; undefined where the target cannot be reached by that day. */
export function latestDays(question: LatestQuestion, day: number): Float64Array | undefined {
  const { flat, target, times } = question;
  const latest = new Float64Array(flat.size).fill(Number.NEGATIVE_INFINITY);
  const forced = new Uint8Array(flat.size);
  latest[target] = day;
  forced[target] = 1;
  if (!tightenForced(question, latest, forced)) return undefined;
  // A slower part of a choice comes after it in the order: then once more.
  const { order } = times;
  for (let moved = true; moved; ) {
    moved = false;
    for (let place = order.length - 1; place >= 0; place -= 1)
      if (loosen(question, order[place] as number, latest, forced)) moved = true;
  }
  return latest;
}

/** What is needed whatever is chosen must be in time for everything that needs it. */
function tightenForced(question: LatestQuestion, latest: Float64Array, forced: Uint8Array): boolean {
  const { flat, chosen, times, deadlines } = question;
  const { kind, origin } = flat;
  for (let place = times.order.length - 1; place >= 0; place -= 1) {
    const node = times.order[place] as number;
    if (forced[node] === 0) continue;
    const day = latest[node] as number;
    if ((times.day[node] as number) > day) return false;
    if (kind[node] === SOME && chosen[node] === -1) continue;
    const start = kind[node] === STEP ? deadlines(origin[node] as number, day) : day;
    const parts = kind[node] === SOME ? [chosen[node] as number] : partsOf(flat, node);
    for (const part of parts) {
      latest[part] = forced[part] === 1 ? Math.min(latest[part] as number, start) : start;
      forced[part] = 1;
    }
  }
  return true;
}

/** What may be needed must be in time for something. */
function loosen(
  { flat, chosen, times, deadlines }: LatestQuestion,
  node: number,
  latest: Float64Array,
  forced: Uint8Array,
): boolean {
  const day = latest[node] as number;
  if ((times.day[node] as number) > day) return false;
  const { kind, origin, partsFrom, parts } = flat;
  const start = kind[node] === STEP ? deadlines(origin[node] as number, day) : day;
  const only = kind[node] === SOME ? (chosen[node] as number) : -1;
  let moved = false;
  for (let at = partsFrom[node] as number; at < (partsFrom[node + 1] as number); at += 1) {
    const part = parts[at] as number;
    if ((only !== -1 && part !== only) || forced[part] === 1 || (latest[part] as number) >= start) continue;
    latest[part] = start;
    moved = true;
  }
  return moved;
}
