/** What the interpreter says of one node, with the outcomes it rests on. */
import type { CitationGrade } from '../../kernel/index.ts';
import type { Strength } from '../language/facts.ts';
import type { Node } from '../language/nodes.ts';
import type { NodeResult, Standing, Truth, UnknownReason } from '../language/verdict.ts';

export type Outcome = NodeResult & {
  /** Of the law that decided, while true or false. */
  readonly grade?: CitationGrade;
  readonly path: string;
  readonly node?: Node;
  readonly children: readonly Outcome[];
  /** Entries of a list that matched for certain, and those that may. */
  readonly matched?: readonly string[];
  readonly possible?: readonly string[];
};

const STANDINGS: readonly Standing[] = ['final', 'unknown', 'curable', 'met'];

export const leastStanding = (standings: readonly Standing[]): Standing =>
  STANDINGS[Math.min(...standings.map((standing) => STANDINGS.indexOf(standing)))] ?? 'met';

export const greatestStanding = (standings: readonly Standing[]): Standing =>
  STANDINGS[Math.max(...standings.map((standing) => STANDINGS.indexOf(standing)))] ?? 'final';

/** The n-th greatest, counted from one. */
export function nthGreatest(n: number, standings: readonly Standing[]): Standing {
  const sorted = standings.map((standing) => STANDINGS.indexOf(standing)).sort((a, b) => b - a);
  return STANDINGS[sorted[n - 1] ?? 0] ?? 'final';
}

/** Truth bounds standing: true is met, unknown at least unknown and at most curable, false at most curable. */
export function boundStanding(standing: Standing, truth: Truth): Standing {
  if (truth === 'true') return 'met';
  const capped = leastStanding([standing, 'curable']);
  return truth === 'unknown' ? greatestStanding([capped, 'unknown']) : capped;
}

export const union = <T extends string>(lists: readonly (readonly T[])[]): readonly T[] =>
  [...new Set(lists.flat())].sort();

export type LeafAnswer =
  | {
      readonly truth: 'true' | 'false';
      readonly strength: Strength;
      readonly matched?: readonly string[];
      readonly possible?: readonly string[];
    }
  | {
      readonly truth: 'unknown';
      readonly reasons: readonly UnknownReason[];
      readonly missing: readonly string[];
      readonly matched?: readonly string[];
      readonly possible?: readonly string[];
    }
  | { readonly truth: 'notApplicable' };
