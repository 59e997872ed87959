/**
 * How many people stand on something, a bit for each: its truth, and how far somebody for whom it is not true can still come
 * (`docs/semantics.md` section 3). Whoever it does not apply to has neither of the last two bits.
 */
import { BLOCK_WORDS } from '../batch/block.ts';
import type { Planes } from '../batch/planes.ts';
import { CURABLE, F, FINAL, N, OPEN, standingOf, T, truthOf } from '../compiled/packed.ts';

export type Standings = Planes & {
  /** Stands at least as `unknown`: met, curable or not known to be lost. */
  readonly open: Uint32Array;
  /** Stands at least as `curable`. */
  readonly curable: Uint32Array;
};

export const newStandings = (): Standings => ({
  yes: new Uint32Array(BLOCK_WORDS),
  no: new Uint32Array(BLOCK_WORDS),
  notApplicable: new Uint32Array(BLOCK_WORDS),
  open: new Uint32Array(BLOCK_WORDS),
  curable: new Uint32Array(BLOCK_WORDS),
});

export function copyStandings(from: Standings, to: Standings, words: number): void {
  for (let word = 0; word < words; word += 1) {
    to.yes[word] = from.yes[word] as number;
    to.no[word] = from.no[word] as number;
    to.notApplicable[word] = from.notApplicable[word] as number;
    to.open[word] = from.open[word] as number;
    to.curable[word] = from.curable[word] as number;
  }
}

/** Nothing is known of anybody. */
export function fillUnknown({ yes, no, notApplicable, open, curable }: Standings, words: number): void {
  for (const plane of [yes, no, notApplicable, curable]) plane.fill(0, 0, words);
  open.fill(EVERYBODY, 0, words);
}

export function fillNotApplicable(into: Standings, words: number): void {
  for (const plane of [into.yes, into.no, into.open, into.curable]) plane.fill(0, 0, words);
  into.notApplicable.fill(EVERYBODY, 0, words);
}

export const EVERYBODY = 0xffff_ffff;

/** A comparison by itself: false is final, true is met. */
export function standOnTruth({ yes, no, notApplicable }: Planes, into: Standings, words: number): void {
  for (let word = 0; word < words; word += 1) {
    const [y, n, none] = [yes[word] as number, no[word] as number, notApplicable[word] as number];
    into.yes[word] = y;
    into.no[word] = n;
    into.notApplicable[word] = none;
    into.open[word] = ~(n | none);
    into.curable[word] = y;
  }
}

/** What compiled code says of one person, in place of what was there. */
export function writeAt(into: Standings, row: number, packed: number): void {
  const [word, bit] = [row >>> 5, 1 << (row & 31)];
  const truth = truthOf(packed);
  const standing = truth === N ? FINAL : standingOf(packed);
  put(into.yes, word, bit, truth === T);
  put(into.no, word, bit, truth === F);
  put(into.notApplicable, word, bit, truth === N);
  put(into.open, word, bit, standing >= OPEN);
  put(into.curable, word, bit, standing >= CURABLE);
}

function put(plane: Uint32Array, word: number, bit: number, holds: boolean): void {
  plane[word] = holds ? (plane[word] as number) | bit : (plane[word] as number) & ~bit;
}

/** Everything about one person as one small number, other for every other standing. */
export function standingAt(of: Standings, row: number): number {
  return (
    bitAt(of.yes, row) |
    (bitAt(of.no, row) << 1) |
    (bitAt(of.notApplicable, row) << 2) |
    (bitAt(of.open, row) << 3) |
    (bitAt(of.curable, row) << 4)
  );
}

const bitAt = (plane: Uint32Array, row: number): number => ((plane[row >>> 5] as number) >>> (row & 31)) & 1;

/** As many as `standingAt` tells apart. */
export const STANDINGS = 32;
