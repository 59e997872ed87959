/** A recognition network that nobody has enacted: the planner's own graph, with what each step costs and how long it takes. */
import type { Cost } from '@testamur/engines/kernel';
import type { Graph, GraphStep, Moment, NodeId } from '@testamur/engines/planner';

export type Network = {
  readonly graph: Graph;
  /** The licence of each jurisdiction. */
  readonly targets: readonly Target[];
  readonly facts: number;
  readonly steps: number;
  /** Days from the beginning of a step to its end, by its key. */
  readonly days: ReadonlyMap<string, number>;
  /** Whole euros, by the key of the step. */
  readonly euros: ReadonlyMap<string, number>;
} & Terms;

export type Target = { readonly jurisdiction: string; readonly node: NodeId };

/** How a search is told what steps cost and when they end. */
export type Terms = {
  readonly start: Moment;
  readonly finish: (step: GraphStep, start: Moment) => Moment;
  readonly priceOf: (step: GraphStep) => Cost;
};
