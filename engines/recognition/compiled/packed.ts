/**
 * What a node says, packed into one small integer: bits 0–1 truth, 2–4 standing, 5–8 strength, 9–12 grade, 13–16 reasons.
 * Standing, strength and grade are written in ones (0, 1, 3, 7, 15 for nothing, 1, 2, 3, 4): of two, `&` gives the lesser
 * and `|` the greater, for all three at once.
 */
import type { CitationGrade } from '../../kernel/index.ts';
import type { Strength } from '../language/facts.ts';
import type { Standing, Truth, UnknownReason } from '../language/verdict.ts';

export const F = 0;
export const T = 1;
export const U = 2;
export const N = 3;

export const FINAL = 0;
export const OPEN = 1;
export const CURABLE = 3;
export const MET = 7;

/** The greatest strength, and the best grade. */
export const FULL = 15;

export const DISPUTED = 1;
export const NOT_RESEARCHED = 2;
export const NOT_SAID = 4;
export const STALE = 8;

const STRENGTH_AT = 5;
const GRADE_AT = 9;
const REASONS_AT = 13;
/** Strength and grade together. */
export const CERTAINTY = 255 << STRENGTH_AT;
export const REASONS = 15 << REASONS_AT;

export const truthOf = (packed: number): number => packed & 3;
export const standingOf = (packed: number): number => (packed >> 2) & 7;
export const strengthOf = (packed: number): number => (packed >> STRENGTH_AT) & 15;
export const gradeOf = (packed: number): number => (packed >> GRADE_AT) & 15;
export const reasonsOf = (packed: number): number => (packed >> REASONS_AT) & 15;

/** From 1 to 4, in ones; 0 for nothing. */
export const inOnes = (rank: number): number => (1 << rank) - 1;
export const gradeCode = (grade: CitationGrade | undefined): number =>
  grade === undefined ? 0 : inOnes(GRADES.indexOf(grade) + 1);

/** A leaf that knows: true is met, false is final until something cures it. */
export const known = (holds: boolean, strength: number, grade: number): number =>
  (holds ? T | (MET << 2) : F) | (strength << STRENGTH_AT) | (grade << GRADE_AT);

export const unknown = (reasons: number): number => U | (OPEN << 2) | (reasons << REASONS_AT);

/** Standing met: it never stands in the way. */
export const NOT_APPLICABLE = N | (MET << 2);

/** Decided, with a certainty cut out of other answers. */
export const decided = (truth: number, standing: number, certainty: number): number =>
  truth | (bound(standing, truth) << 2) | (certainty & CERTAINTY);

/** Unknown, with reasons cut out of other answers. */
export const undecided = (standing: number, reasons: number): number =>
  U | (bound(standing, U) << 2) | (reasons & REASONS);

/** True is met, unknown at least unknown and at most curable, false at most curable. */
export function bound(standing: number, truth: number): number {
  if (truth === T) return MET;
  return truth === U ? (standing & CURABLE) | OPEN : standing & CURABLE;
}

export const withStanding = (packed: number, standing: number): number =>
  (packed & ~(MET << 2)) | (standing << 2);

const TRUTHS: readonly Truth[] = ['false', 'true', 'unknown', 'notApplicable'];
const STANDINGS: readonly Standing[] = ['final', 'unknown', 'curable', 'met'];
const GRADES: readonly CitationGrade[] = ['D', 'C', 'B', 'A'];
const NAMES: readonly (readonly [bit: number, name: UnknownReason])[] = [
  [DISPUTED, 'disputed'],
  [NOT_RESEARCHED, 'notResearched'],
  [NOT_SAID, 'notSaid'],
  [STALE, 'stale'],
];
/** Every set of reasons, sorted, by its bits. */
const REASON_SETS: readonly (readonly UnknownReason[])[] = Array.from({ length: 16 }, (_, bits) =>
  NAMES.filter(([bit]) => (bits & bit) !== 0).map(([, name]) => name),
);

const rankOf = (ones: number): number => 32 - Math.clz32(ones);

export const truthName = (packed: number): Truth => TRUTHS[truthOf(packed)] as Truth;
export const standingName = (packed: number): Standing => STANDINGS[rankOf(standingOf(packed))] as Standing;
export const strengthName = (packed: number): Strength | undefined =>
  strengthOf(packed) === 0 ? undefined : (rankOf(strengthOf(packed)) as Strength);
export const gradeName = (packed: number): CitationGrade | undefined => GRADES[rankOf(gradeOf(packed)) - 1];
export const reasonNames = (packed: number): readonly UnknownReason[] =>
  REASON_SETS[reasonsOf(packed)] as readonly UnknownReason[];
