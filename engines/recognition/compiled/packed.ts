/**
 * What a node says, packed into one small integer: bits 0–1 truth, 2–3 standing, 4–6 strength (0 none), 7–9 grade (0 none, 4 is A),
 * 10–13 reasons.
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
export const CURABLE = 2;
export const MET = 3;

export const DISPUTED = 1;
export const NOT_RESEARCHED = 2;
export const NOT_SAID = 4;
export const STALE = 8;

export const truthOf = (packed: number): number => packed & 3;
export const standingOf = (packed: number): number => (packed >> 2) & 3;
export const strengthOf = (packed: number): number => (packed >> 4) & 7;
export const gradeOf = (packed: number): number => (packed >> 7) & 7;
export const reasonsOf = (packed: number): number => (packed >> 10) & 15;

export const pack = (
  truth: number,
  standing: number,
  strength: number,
  grade: number,
  reasons: number,
): number => truth | (standing << 2) | (strength << 4) | (grade << 7) | (reasons << 10);

/** A leaf that knows: true is met, false is final until something cures it. */
export const known = (holds: boolean, strength: number, grade: number): number =>
  holds ? T | (MET << 2) | (strength << 4) | (grade << 7) : (strength << 4) | (grade << 7);

export const unknown = (reasons: number): number => U | (OPEN << 2) | (reasons << 10);

export const NOT_APPLICABLE = N | (MET << 2);

/** True is met, unknown at least unknown and at most curable, false at most curable. */
export function bound(standing: number, truth: number): number {
  if (truth === T) return MET;
  const capped = standing > CURABLE ? CURABLE : standing;
  return truth === U && capped < OPEN ? OPEN : capped;
}

export const withStanding = (packed: number, standing: number): number =>
  (packed & ~(3 << 2)) | (standing << 2);

/** Zero means none: it never wins as the least and never counts as the greatest. */
export const least = (a: number, b: number): number => (a === 0 ? b : b === 0 ? a : a < b ? a : b);
export const greatest = (a: number, b: number): number => (a > b ? a : b);

const TRUTHS: readonly Truth[] = ['false', 'true', 'unknown', 'notApplicable'];
const STANDINGS: readonly Standing[] = ['final', 'unknown', 'curable', 'met'];
const GRADES: readonly CitationGrade[] = ['D', 'C', 'B', 'A'];
const REASONS: readonly (readonly [number, UnknownReason])[] = [
  [DISPUTED, 'disputed'],
  [NOT_RESEARCHED, 'notResearched'],
  [NOT_SAID, 'notSaid'],
  [STALE, 'stale'],
];

export const truthName = (packed: number): Truth => TRUTHS[truthOf(packed)] as Truth;
export const standingName = (packed: number): Standing => STANDINGS[standingOf(packed)] as Standing;
export const strengthName = (packed: number): Strength | undefined =>
  strengthOf(packed) === 0 ? undefined : (strengthOf(packed) as Strength);
export const gradeName = (packed: number): CitationGrade | undefined => GRADES[gradeOf(packed) - 1];
/** Every set of reasons, sorted, by its bits. */
const REASON_SETS: readonly (readonly UnknownReason[])[] = Array.from({ length: 16 }, (_, bits) =>
  REASONS.filter(([bit]) => (bits & bit) !== 0).map(([, name]) => name),
);

export const reasonNames = (packed: number): readonly UnknownReason[] =>
  REASON_SETS[reasonsOf(packed)] as readonly UnknownReason[];
export const gradeCode = (grade: CitationGrade | undefined): number =>
  grade === undefined ? 0 : GRADES.indexOf(grade) + 1;
