/** What an evaluator answers for a node. `docs/semantics.md` holds the tables. */
import type { Strength } from './facts.ts';

export type Truth = 'true' | 'false' | 'unknown' | 'notApplicable';

/** Why a node is unknown; several can hold at once. */
export type UnknownReason = 'notSaid' | 'notResearched' | 'disputed' | 'stale';

/**
 * Can it be made true? A total order: final < unknown < curable < met. `all` takes the least, `any` the greatest of its
 * applicable children, so a closed requirement is never hidden by an open one and an open alternative is never hidden by a closed one.
 */
export type Standing = 'final' | 'unknown' | 'curable' | 'met';

export type NodeResult = {
  readonly truth: Truth;
  readonly standing: Standing;
  /** Of the facts that decided; absent while unknown or not applicable. */
  readonly strength?: Strength;
  readonly reasons: readonly UnknownReason[];
  /** Facts whose value would decide: fact ids, `list[key=code]` for entries of a list, sorted. */
  readonly missing: readonly string[];
  /** Second stage: true or false whatever these missing facts are. */
  readonly independentOf: readonly string[];
};

export type RouteStatus = 'open' | 'withSteps' | 'closed' | 'unknown';
