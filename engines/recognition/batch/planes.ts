/** Answers about many people: a bit for each, 32 to a word. Somebody with no bit in any plane is unknown. */
import type { Truth } from '../language/verdict.ts';

export type Planes = {
  readonly yes: Uint32Array;
  readonly no: Uint32Array;
  readonly notApplicable: Uint32Array;
};

export const newPlanes = (words: number): Planes => ({
  yes: new Uint32Array(words),
  no: new Uint32Array(words),
  notApplicable: new Uint32Array(words),
});

export const hasBit = (plane: Uint32Array, row: number): boolean =>
  (((plane[row >>> 5] as number) >>> (row & 31)) & 1) === 1;

export function setBit(plane: Uint32Array, row: number): void {
  plane[row >>> 5] = (plane[row >>> 5] as number) | (1 << (row & 31));
}

/** What the planes say of one person. */
export function truthIn({ yes, no, notApplicable }: Planes, row: number): Truth {
  if (hasBit(yes, row)) return 'true';
  if (hasBit(no, row)) return 'false';
  return hasBit(notApplicable, row) ? 'notApplicable' : 'unknown';
}

export function countBits(plane: Uint32Array): number {
  let count = 0;
  for (const word of plane) for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
