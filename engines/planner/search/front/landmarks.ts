/**
 * What every way to a node must pass: steps, assumptions and choices. The greatest solution of: all parts of what needs all,
 * what the parts have in common where one is enough. Known in planning as the landmarks of the relaxed problem.
 */
import { ASSUMED, type FlatGraph, SOME, STEP } from './flat-graph.ts';

export type Landmarks = {
  readonly words: number;
  /** Bit of a node; -1 for those that only join others. Steps first, then assumptions, then choices. */
  readonly bit: Int32Array;
  readonly nodeOf: Int32Array;
  readonly steps: number;
  readonly assumed: number;
  readonly bits: number;
  /** Row by row, `words` long. */
  readonly of: Uint32Array;
};

export function landmarksOf(flat: FlatGraph, order: readonly number[]): Landmarks {
  const numbers = numberBits(flat);
  const words = (numbers.bits + 31) >>> 5;
  const of = new Uint32Array(flat.size * words).fill(0xffffffff);
  const next = new Uint32Array(words);
  for (let moved = true; moved; ) {
    moved = false;
    for (const node of order) {
      gather(flat, node, of, next);
      const bit = numbers.bit[node] as number;
      if (bit >= 0) next[bit >>> 5] = (next[bit >>> 5] as number) | (1 << (bit & 31));
      for (let word = 0, row = node * words; word < words; word += 1, row += 1)
        if (of[row] !== next[word]) {
          of[row] = next[word] as number;
          moved = true;
        }
    }
  }
  return { ...numbers, words, of };
}

function numberBits({ size, kind }: FlatGraph): Omit<Landmarks, 'words' | 'of'> {
  const bit = new Int32Array(size).fill(-1);
  const nodes: number[] = [];
  const number = (wanted: number): number => {
    for (let node = 0; node < size; node += 1) if (kind[node] === wanted) bit[node] = nodes.push(node) - 1;
    return nodes.length;
  };
  const steps = number(STEP);
  const assumed = number(ASSUMED) - steps;
  const bits = number(SOME);
  return { bit, nodeOf: Int32Array.from(nodes), steps, assumed, bits };
}

function gather(flat: FlatGraph, node: number, of: Uint32Array, into: Uint32Array): void {
  const { kind, need, partsFrom, parts } = flat;
  const words = into.length;
  const [from, to] = [partsFrom[node] as number, partsFrom[node + 1] as number];
  const wanted = need[node] as number;
  if (kind[node] !== SOME || wanted >= to - from) {
    into.fill(0);
    for (let at = from; at < to; at += 1) {
      const row = (parts[at] as number) * words;
      for (let word = 0; word < words; word += 1)
        into[word] = (into[word] as number) | (of[row + word] as number);
    }
    return;
  }
  into.fill(wanted === 1 ? 0xffffffff : 0);
  // Of several needed, what one part alone needs may be left out: nothing is claimed for them.
  if (wanted !== 1) return;
  for (let at = from; at < to; at += 1) {
    const row = (parts[at] as number) * words;
    for (let word = 0; word < words; word += 1)
      into[word] = (into[word] as number) & (of[row + word] as number);
  }
}
