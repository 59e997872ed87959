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
  /** Two nodes with one key are one step, taken once. */
  readonly key: string;
  readonly step: Step;
  readonly effects: readonly Effect[];
  /** The route whose licence it brings, where it is the last act of one. */
  readonly completes?: string;
};

/** `all` of nothing is met; `some` of nothing is never. */
export type Graph = { readonly nodes: readonly GraphNode[] };

export const MET: GraphNode = { kind: 'all', parts: [] };
export const NEVER: GraphNode = { kind: 'some', n: 1, parts: [] };
