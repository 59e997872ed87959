/** The earliest moment of every node, as in `graph/knuth-pass.ts`, over arrays and without the way itself. */
import type { GraphNode } from '../graph/graph.ts';
import type { PassInput } from '../graph/knuth-pass.ts';
import { type FlatGraph, SOME, STEP } from './flat-graph.ts';

/** A moment as one number: ordered by day, then by the parts of unknown length. */
export const packMoment = ({ day, unknown }: { readonly day: number; readonly unknown: number }): number =>
  day * SCALE + unknown;
export const unpackMoment = (packed: number): { readonly day: number; readonly unknown: number } => {
  const day = Math.floor(packed / SCALE);
  return { day, unknown: packed - day * SCALE };
};
const SCALE = 4096;

/** When the step of a node of the whole graph ends, if it begins at a packed moment. */
export type Clock = (origin: number, at: number) => number;

/** Remembers what it has worked out: calendar arithmetic costs more than the search. */
export function clockOf({ graph, finish }: Pick<PassInput, 'graph' | 'finish'>): Clock {
  const known = new Map<number, Map<number, number>>();
  return (origin, at) => {
    let ends = known.get(origin);
    if (ends === undefined) {
      ends = new Map();
      known.set(origin, ends);
    }
    const held = ends.get(at);
    if (held !== undefined) return held;
    const { step } = graph.nodes[origin] as Extract<GraphNode, { kind: 'step' }>;
    const end = packMoment(finish(step, unpackMoment(at)));
    ends.set(at, end);
    return end;
  };
}

/** The last day on which a step may begin to end on a day at the latest. */
export type Deadlines = (origin: number, day: number) => number;

export function deadlinesOf(clock: Clock): Deadlines {
  const known = new Map<number, Map<number, number>>();
  const endOf = (origin: number, day: number): number => dayOf(clock(origin, day * SCALE));
  return (origin, day) => {
    let starts = known.get(origin);
    if (starts === undefined) {
      starts = new Map();
      known.set(origin, starts);
    }
    const held = starts.get(day);
    if (held !== undefined) return held;
    // A month is not always as long: the guess is off by some days at most.
    let start = day - (endOf(origin, day) - day);
    while (endOf(origin, start) > day) start -= 1;
    while (endOf(origin, start + 1) <= day) start += 1;
    starts.set(day, start);
    return start;
  };
}

export const dayOf = (packed: number): number => Math.floor(packed / SCALE);

export type Times = {
  /** Nodes as they were reached: what a node rests on comes before it. */
  readonly order: readonly number[];
  /** Infinite where a node cannot be reached. */
  readonly at: Float64Array;
  /** The day of each. */
  readonly day: Float64Array;
  /** 1 where an alternative below is still open, so that the node may become later. */
  readonly open: Uint8Array;
};

/**
 * `chosen`: of a node with alternatives, the part decided on; -1 while it is open. Only nodes that need one part may be decided.
 * Nodes that take no time are settled at once; only steps wait in the queue.
 */
export function timePass(flat: FlatGraph, clock: Clock, start: number, chosen?: Int32Array): Times {
  const { size, kind, need, usersFrom, users, origin } = flat;
  const at = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const open = new Uint8Array(size);
  const left = need.slice();
  const heap: number[] = [];
  const ready: number[] = [];
  const order: number[] = [];
  let now = start;
  const complete = (node: number): void => {
    if (kind[node] !== STEP) {
      at[node] = now;
      ready.push(node);
      return;
    }
    const end = clock(origin[node] as number, now);
    at[node] = end;
    if (end === now) ready.push(node);
    else pushHeap(heap, node, at);
  };
  for (let node = 0; node < size; node += 1) if (left[node] === 0) complete(node);
  for (;;) {
    let node = ready.pop();
    if (node === undefined) {
      node = popHeap(heap, at);
      if (node === undefined) return { at, day: at.map(dayOf), open, order };
      now = at[node] as number;
    }
    order.push(node);
    if (kind[node] === SOME && (chosen === undefined || chosen[node] === -1)) open[node] = 1;
    const isOpen = open[node] === 1;
    const end = usersFrom[node + 1] as number;
    for (let place = usersFrom[node] as number; place < end; place += 1) {
      const user = users[place] as number;
      if (left[user] === 0) continue;
      if (chosen !== undefined && kind[user] === SOME && chosen[user] !== -1 && chosen[user] !== node)
        continue;
      if (isOpen) open[user] = 1;
      left[user] = (left[user] as number) - 1;
      if (left[user] === 0) complete(user);
    }
  }
}

function pushHeap(heap: number[], node: number, at: Float64Array): void {
  const key = at[node] as number;
  let place = heap.push(node) - 1;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if ((at[heap[parent] as number] as number) <= key) break;
    heap[place] = heap[parent] as number;
    place = parent;
  }
  heap[place] = node;
}

function popHeap(heap: number[], at: Float64Array): number | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  const key = at[last] as number;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    if (
      child + 1 < heap.length &&
      (at[heap[child + 1] as number] as number) < (at[heap[child] as number] as number)
    )
      child += 1;
    if ((at[heap[child] as number] as number) >= key) break;
    heap[place] = heap[child] as number;
    place = child;
  }
  heap[place] = last;
  return first;
}
