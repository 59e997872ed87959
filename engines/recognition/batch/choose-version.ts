/** Which version of a rule answers for whom: the one that the anchor selects for certain, else those that may apply where they agree. */
import { literalDay } from '../language/literals.ts';
import type { RuleVersion } from '../language/pack.ts';
import { BLOCK_WORDS, type Block, numbersAt, type PlaneNode } from './block.ts';
import { markAtLeast } from './mark-rows.ts';
import { hasBit, newPlanes, type Planes } from './planes.ts';

export type VersionPlan = {
  readonly root: PlaneNode;
  /** The column of the anchor; undefined where the version applies to everybody. */
  readonly anchor: number | undefined;
  readonly from: number;
  readonly to: number;
};

export const isBounded = ({ appliesTo: by }: RuleVersion): boolean =>
  by !== undefined && (by.from !== undefined || by.to !== undefined);

export const boundsOf = ({ appliesTo: by }: RuleVersion): { readonly from: number; readonly to: number } => ({
  from: by?.from === undefined ? Number.NEGATIVE_INFINITY : literalDay(by.from),
  to: by?.to === undefined ? Number.POSITIVE_INFINITY : literalDay(by.to),
});

type Candidate = VersionPlan & {
  /** Whom the version certainly applies to, and whom it may apply to. */
  readonly sure: Uint32Array;
  readonly maybe: Uint32Array;
};

export function chooseVersion(versions: readonly VersionPlan[]): PlaneNode {
  const [only] = versions;
  if (only !== undefined && versions.length === 1 && only.anchor === undefined) return only.root;
  const candidates = versions.map(
    (version): Candidate => ({
      ...version,
      sure: new Uint32Array(BLOCK_WORDS),
      maybe: new Uint32Array(BLOCK_WORDS),
    }),
  );
  const byStart = [...candidates].sort((a, b) => a.from - b.from);
  const oneAnchor = candidates.every(({ anchor }) => anchor === candidates[0]?.anchor);
  const out = newPlanes(BLOCK_WORDS);
  const agreed = newPlanes(BLOCK_WORDS);
  const open = new Uint32Array(BLOCK_WORDS);
  return (block) => {
    out.yes.fill(0, 0, block.words);
    out.no.fill(0, 0, block.words);
    out.notApplicable.fill(0, 0, block.words);
    open.fill(EVERYBODY, 0, block.words);
    for (const plane of [agreed.yes, agreed.no, agreed.notApplicable]) plane.fill(EVERYBODY, 0, block.words);
    for (const candidate of candidates) {
      if (candidate.anchor === undefined) candidate.sure.fill(EVERYBODY, 0, block.words);
      else fit(candidate, candidate.anchor, block);
      take(candidate, candidate.root(block), out, open, agreed, block.words);
    }
    for (let word = 0; word < block.words; word += 1)
      joinWord(word, out, open, agreed, candidates, (row) => oneAnchor && covers(byStart, row, block));
    return out;
  };
}

const EVERYBODY = 0xffff_ffff;

const [reachesFrom, reachesTo, endsFrom, endsTo] = Array.from(
  { length: 4 },
  () => new Uint32Array(BLOCK_WORDS),
) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];

function fit({ from, to, sure, maybe }: Candidate, anchor: number, block: Block): void {
  const { lo, hi, known } = numbersAt(block, anchor);
  const { first, words } = block;
  markAtLeast(lo, first * 32, from, reachesFrom, words);
  markAtLeast(lo, first * 32, to, reachesTo, words);
  markAtLeast(hi, first * 32, from, endsFrom, words);
  markAtLeast(hi, first * 32, to, endsTo, words);
  for (let word = 0; word < words; word += 1) {
    const given = known[first + word] as number;
    const certain = given & (reachesFrom[word] as number) & ~(endsTo[word] as number);
    const outside = given & (~(endsFrom[word] as number) | (reachesTo[word] as number));
    sure[word] = certain;
    maybe[word] = ~(certain | outside);
  }
}

/** The first version that is certain answers; what the others say is kept for those for whom none is. */
function take(
  { sure, maybe }: Candidate,
  said: Planes,
  out: Planes,
  open: Uint32Array,
  agreed: Planes,
  words: number,
): void {
  for (let word = 0; word < words; word += 1) {
    const taken = (open[word] as number) & (sure[word] as number);
    const elsewhere = ~(maybe[word] as number);
    const [yes, no, none] = [
      said.yes[word] as number,
      said.no[word] as number,
      said.notApplicable[word] as number,
    ];
    out.yes[word] = (out.yes[word] as number) | (taken & yes);
    out.no[word] = (out.no[word] as number) | (taken & no);
    out.notApplicable[word] = (out.notApplicable[word] as number) | (taken & none);
    open[word] = (open[word] as number) & ~taken;
    agreed.yes[word] = (agreed.yes[word] as number) & (yes | elsewhere);
    agreed.no[word] = (agreed.no[word] as number) & (no | elsewhere);
    agreed.notApplicable[word] = (agreed.notApplicable[word] as number) & (none | elsewhere);
  }
}

/** No version: not applicable. Several that may apply, and leave no day between them: what they all say. */
function joinWord(
  word: number,
  out: Planes,
  open: Uint32Array,
  agreed: Planes,
  candidates: readonly Candidate[],
  isCovered: (row: number) => boolean,
): void {
  const left = open[word] as number;
  if (left === 0) return;
  let some = 0;
  for (const { maybe } of candidates) some |= maybe[word] as number;
  const [yes, no, none] = [
    agreed.yes[word] as number,
    agreed.no[word] as number,
    agreed.notApplicable[word] as number,
  ];
  let covered = 0;
  for (let rest = left & some & (yes | no | none); rest !== 0; rest &= rest - 1) {
    const bit = 31 - Math.clz32(rest & -rest);
    if (isCovered(word * 32 + bit)) covered |= 1 << bit;
  }
  out.yes[word] = (out.yes[word] as number) | (covered & yes);
  out.no[word] = (out.no[word] as number) | (covered & no);
  out.notApplicable[word] = (out.notApplicable[word] as number) | (covered & none) | (left & ~some);
}

/** Whether the versions that may apply leave no day that the anchor may be without one. `row` counts within the block. */
function covers(byStart: readonly Candidate[], row: number, block: Block): boolean {
  const { lo, hi, known } = numbersAt(block, byStart[0]?.anchor as number);
  const at = block.first * 32 + row;
  const given = hasBit(known, at);
  const [first, last] = given
    ? [lo[at] as number, hi[at] as number]
    : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let reached: number | undefined;
  for (const { from, to, maybe } of byStart) {
    if (!hasBit(maybe, row)) continue;
    if (reached === undefined) {
      if (from > first) return false;
      reached = to;
    } else if (from <= reached && to > reached) reached = to;
  }
  return reached !== undefined && (reached > last || reached === Number.POSITIVE_INFINITY);
}
