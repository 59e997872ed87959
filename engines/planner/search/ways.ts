/** Ways to a target and which of two is better. */
import type { Cost } from '../../kernel/index.ts';
import type { NodeId } from '../graph/graph.ts';
import { compareMoments, type Moment, type Pass } from '../graph/knuth-pass.ts';

export type Way = {
  /** In an order in which they can be taken. */
  readonly steps: readonly NodeId[];
  /** Unknowns that must turn out well. */
  readonly assumed: readonly NodeId[];
  readonly cost: Cost;
  readonly end: Moment;
  /** Steps that somebody else's choice decides. */
  readonly selections: number;
  /** Keys of the steps and of what is assumed, sorted and joined. */
  readonly keys: string;
  readonly pass: Pass;
};

/**
 * A total order, so that the answer is the same every time: fewer assumptions; then the cost; then the time; then fewer steps, fewer
 * selections, the ids. Unknown prices common to both cancel; more of them count as dearer, for an unknown price is not zero.
 */
export function compareWays(a: Omit<Way, 'pass'>, b: Omit<Way, 'pass'>): number {
  return (
    a.assumed.length - b.assumed.length ||
    comparePrices(a.cost, b.cost) ||
    compareMoments(a.end, b.end) ||
    a.steps.length - b.steps.length ||
    a.selections - b.selections ||
    (a.keys < b.keys ? -1 : a.keys > b.keys ? 1 : 0)
  );
}

/**
 * Agrees with `compareCosts` wherever that is determined; where it is not, fewer unknown prices come first, then what is known.
 * Without rates, currencies are compared one after the other.
 */
export function comparePrices(a: Cost, b: Cost): number {
  const currencies = [...new Set([...a.known, ...b.known].map(({ currency }) => currency))].sort();
  const amountIn = (cost: Cost, currency: string): number =>
    cost.known.find((money) => money.currency === currency)?.amount ?? 0;
  const differences = [
    a.unknownParts.length - b.unknownParts.length,
    ...currencies.map((currency) => amountIn(a, currency) - amountIn(b, currency)),
  ];
  return differences.find((by) => by !== 0) ?? 0;
}
