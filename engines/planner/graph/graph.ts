/**
 * What can lead to what: an AND/OR hypergraph. A step is a node that needs all its parts; everything else joins nodes.
 * Circles are allowed: a derivation has none.
 */
import type { Effect, Step } from '../../recognition/index.ts';

export type NodeId = number;

export type GraphNode =
  | { readonly kind: 'all'; readonly parts: readonly NodeId[] }
  /** At least `n` of them. */
  | { readonly kind: 'some'; readonly n: number; readonly parts: readonly NodeId[] }
  | { readonly kind: 'step'; readonly parts: readonly NodeId[]; readonly step: GraphStep }
  /** Unknown, and no step settles it: true only if it turns out well. */
  | { readonly kind: 'assumed'; readonly rule: string };

export type GraphStep = {
  /** One for each node, whatever needs it: each node of a plan is taken once and paid once. */
  readonly key: string;
  readonly step: Step;
  readonly effects: readonly Effect[];
  /** The route to which it belongs, where it is taken for that route alone: the route must be open then. */
  readonly route?: string;
  /** The route whose licence it brings, where it is the last act of one. */
  readonly completes?: string;
};

/** `all` of nothing is met; `some` of nothing is never. */
export type Graph = { readonly nodes: readonly GraphNode[] };

export const MET: GraphNode = { kind: 'all', parts: [] };
export const NEVER: GraphNode = { kind: 'some', n: 1, parts: [] };

/** Steps taken once for each route carry its name: applying for one licence is not applying for another. */
export const keyFor = (step: string, route: string): string => `${step}@${route}`;

/** One of the last steps of this route. */
export const isLastStep = ({ key }: { readonly key: string }, route: string): boolean =>
  key.endsWith(`@${route}`);
