/** What the search for a front asks and answers. */
import type { Cost, Money } from '../../kernel/index.ts';
import type { GraphStep, NodeId } from '../graph/graph.ts';
import type { Moment, PassInput } from '../graph/knuth-pass.ts';
import type { Pieces } from '../run-to-end.ts';
import type { Way } from './ways.ts';

/**
 * Whether a way holds when it is tried. `end`: it holds, but ends later than its critical path (a sitting, a season); never earlier.
 * `noGood`: these steps cannot stand in one plan together, whatever else is in it.
 */
export type Acceptance = boolean | { readonly end: Moment } | { readonly noGood: readonly NodeId[] };

/** What is found out in pieces is asked for piece by piece. */
export type Trying = Acceptance | Pieces<Acceptance>;

export type FrontInput = Pick<PassInput, 'graph' | 'start' | 'finish'> & {
  readonly target: NodeId;
  readonly priceOf: (step: GraphStep) => Cost;
  /** What is unknown may be assumed to turn out well: then only ways with the fewest assumptions are on the front. */
  readonly assuming: boolean;
  /** Asked only of ways that no accepted way dominates; where absent, every way holds. */
  readonly accept?: (way: Way) => Trying;
  /**
   * Licences obtained on the way: steps that complete a route, other than a direct part of the target (its own last step).
   * Default 2, setting up to 3.
   */
  readonly hopLimit?: number;
  /** Branches looked at and ways tried before the search gives up. */
  readonly limit?: { readonly branches: number; readonly tries: number };
  /** Ways that end after this, or cost more than this in its currency, are of no use. */
  readonly ceiling?: { readonly end?: Moment; readonly cost?: Money };
  /** Steps that may not be taken. */
  readonly excluded?: ReadonlySet<NodeId>;
  /** The steps that count as licences on the way; by default those that complete a route. */
  readonly isLicence?: (step: GraphStep) => boolean;
};

/** A way on the front. */
export type FrontWay = Way & {
  /** Its cost and that of another way on the front cannot be told apart: unknown prices or currencies decide. */
  readonly undetermined: boolean;
};

export type SearchCounts = {
  readonly chains: number;
  readonly chainsPruned: number;
  readonly branches: number;
  readonly tried: number;
};

export type FrontResult = {
  /**
   * No way dominates another: costs no more whatever the unknown prices and rates are, and ends no later. Cheapest first, then earliest.
   * Of ways with one cost and time only the first is kept: fewer steps, then the ids.
   */
  readonly ways: readonly FrontWay[];
  /** All ways within the hop limit were looked at or shown to be dominated. */
  readonly complete: boolean;
  /** No way that the search did not look at has a lower cost (in any currency) or an earlier end. Equal to the front's own when complete. */
  readonly lower: { readonly cost: Cost; readonly end: Moment };
  readonly counts: SearchCounts;
};

export type FrontSearchProgress = Pick<FrontResult, 'ways' | 'lower' | 'counts'>;

export const DEFAULT_HOPS = 2;
export const MOST_HOPS = 3;
