/** Counting over planes, 32 people at a time. */
import { BLOCK_WORDS } from './block.ts';

const EVERYBODY = 0xffff_ffff;

/** `counters[k]` has the people for whom at least k were counted, for k up to and including `most`. */
export type Counters = readonly Uint32Array[];

export const counters = (most: number): Counters =>
  Array.from({ length: most + 1 }, () => new Uint32Array(BLOCK_WORDS));

export function clear(planes: Counters, words: number): void {
  for (const [k, plane] of planes.entries()) plane.fill(k === 0 ? EVERYBODY : 0, 0, words);
}

export function countIn(planes: Counters, word: number, bits: number): void {
  for (let k = planes.length - 1; k > 0; k -= 1) {
    const [plane, before] = [planes[k] as Uint32Array, planes[k - 1] as Uint32Array];
    plane[word] = (plane[word] as number) | ((before[word] as number) & bits);
  }
}

export const reached = (planes: Counters, k: number, word: number): number =>
  (planes[k] as Uint32Array)[word] as number;
