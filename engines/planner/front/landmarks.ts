/**
 * What every way to a node must pass: steps, assumptions and choices. The greatest solution of: all parts of what needs all,
 * what the parts have in common where one is enough. Known in planning as the landmarks of the relaxed problem.
 */
import { ASSUMED, type FlatGraph, SOME, STEP } from './flat-graph.ts';

export type Bits = {
  readonly words: number;
  /** Bit of a node; -1 for those that only join others. Steps first, then assumptions, then choices. */
  readonly bit: Int32Array;
  readonly nodeOf: Int32Array;
  readonly steps: number;
  /** Steps and assumptions: the bits after these are choices. */
  readonly choicesFrom: number;
  readonly count: number;
};

export function numberBits({ size, kind }: FlatGraph): Bits {
  const bit = new Int32Array(size).fill(-1);
  const nodes: number[] = [];
  const number = (wanted: number): number => {
    for (let node = 0; node < size; node += 1) if (kind[node] === wanted) bit[node] = nodes.push(node) - 1;
    return nodes.length;
  };
  const steps = number(STEP);
  const choicesFrom = number(ASSUMED);
  const count = number(SOME);
  return { bit, nodeOf: Int32Array.from(nodes), steps, choicesFrom, count, words: (count + 31) >>> 5 };
}

/** Of a choice, a part that may not be taken says nothing about it. */
export type MayTake = (choice: number, part: number) => boolean;

/**
 * Row by row, `words` long; rows of nodes that are not in the order are full, for they have no way at all. `order`: what a node rests
 * on comes before it.
 */
export function landmarksOf(
  flat: FlatGraph,
  { bit, words }: Bits,
  order: readonly number[],
  mayTake: MayTake,
): Uint32Array {
  const of = new Uint32Array(flat.size * words).fill(0xffffffff);
  const next = new Uint32Array(words);
  // Only what rests on something that has changed is worked out again.
  const isDue = new Uint8Array(flat.size).fill(1);
  for (let moved = true; moved; ) {
    moved = false;
    for (const node of order) {
      if (isDue[node] === 0) continue;
      isDue[node] = 0;
      if (flat.kind[node] === SOME) meet(flat, node, of, next, mayTake);
      else join(flat, node, of, next);
      const own = bit[node] as number;
      if (own >= 0) next[own >>> 5] = (next[own >>> 5] as number) | (1 << (own & 31));
      if (!replaceRow(of, node * words, next)) continue;
      moved = true;
      for (let at = flat.usersFrom[node] as number; at < (flat.usersFrom[node + 1] as number); at += 1)
        isDue[flat.users[at] as number] = 1;
    }
  }
  return of;
}

function replaceRow(of: Uint32Array, from: number, row: Uint32Array): boolean {
  let moved = false;
  for (let word = 0; word < row.length; word += 1)
    if (of[from + word] !== row[word]) {
      of[from + word] = row[word] as number;
      moved = true;
    }
  return moved;
}

function join({ partsFrom, parts }: FlatGraph, node: number, of: Uint32Array, into: Uint32Array): void {
  const words = into.length;
  into.fill(0);
  for (let at = partsFrom[node] as number; at < (partsFrom[node + 1] as number); at += 1) {
    const row = (parts[at] as number) * words;
    for (let word = 0; word < words; word += 1)
      into[word] = (into[word] as number) | (of[row + word] as number);
  }
}

function meet(flat: FlatGraph, node: number, of: Uint32Array, into: Uint32Array, mayTake: MayTake): void {
  const { need, partsFrom, parts } = flat;
  const words = into.length;
  // Of several needed, what one part alone needs may be left out: nothing is claimed for them.
  into.fill(need[node] === 1 ? 0xffffffff : 0);
  if (need[node] !== 1) return;
  for (let at = partsFrom[node] as number; at < (partsFrom[node + 1] as number); at += 1) {
    const part = parts[at] as number;
    if (!mayTake(node, part)) continue;
    const row = part * words;
    for (let word = 0; word < words; word += 1)
      into[word] = (into[word] as number) & (of[row + word] as number);
  }
}

/** Calls back for every bit of a word, the lowest first. */
export function eachBit(word: number, first: number, visit: (bit: number) => void): void {
  for (let left = word; left !== 0; left &= left - 1) visit(first + 31 - Math.clz32(left & -left));
}
