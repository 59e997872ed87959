/** The part of a graph that can matter to one target, laid out in arrays: the search looks at it many thousand times. */
import type { Graph, GraphNode, NodeId } from '../graph/graph.ts';

export const AND = 0;
export const SOME = 1;
export const STEP = 2;
export const ASSUMED = 3;

export type FlatGraph = {
  readonly size: number;
  /** The node of the whole graph; -1 for a combination of parts that has no node of its own. Ascending as far as they have one. */
  readonly origin: Int32Array;
  readonly kind: Uint8Array;
  /** Parts needed before the node is true; more than it has here where one of them can never be. */
  readonly need: Int32Array;
  readonly partsFrom: Int32Array;
  readonly parts: Int32Array;
  readonly usersFrom: Int32Array;
  readonly users: Int32Array;
};

export type Layout = {
  readonly origin: readonly number[];
  readonly kind: readonly number[];
  readonly need: readonly number[];
  readonly parts: readonly (readonly number[])[];
};

export function layOut({ origin, kind, need, parts }: Layout): FlatGraph {
  const [partsFrom, flatParts] = rowsOf(parts);
  return joined({
    origin: Int32Array.from(origin),
    kind: Uint8Array.from(kind),
    need: Int32Array.from(need),
    partsFrom,
    parts: flatParts,
  });
}

/** Finds the users of each node from the parts of all. */
export function joined(nodes: Omit<FlatGraph, 'size' | 'usersFrom' | 'users'>): FlatGraph {
  const { partsFrom, parts } = nodes;
  const size = nodes.origin.length;
  const counts = new Int32Array(size + 1);
  for (const part of parts) counts[part + 1] = (counts[part + 1] as number) + 1;
  for (let at = 0; at < size; at += 1) counts[at + 1] = (counts[at + 1] as number) + (counts[at] as number);
  const usersFrom = counts.slice();
  const users = new Int32Array(parts.length);
  for (let node = 0; node < size; node += 1)
    for (let at = partsFrom[node] as number; at < (partsFrom[node + 1] as number); at += 1) {
      const part = parts[at] as number;
      const place = counts[part] as number;
      users[place] = node;
      counts[part] = place + 1;
    }
  return { ...nodes, size, usersFrom, users };
}

function rowsOf(rows: readonly (readonly number[])[]): readonly [Int32Array, Int32Array] {
  const from = new Int32Array(rows.length + 1);
  for (const [at, row] of rows.entries()) from[at + 1] = (from[at] as number) + row.length;
  const flat = new Int32Array(from[rows.length] as number);
  let place = 0;
  for (const row of rows)
    for (const each of row) {
      flat[place] = each;
      place += 1;
    }
  return [from, flat];
}

export const partsOf = ({ partsFrom, parts }: FlatGraph, node: number): Int32Array =>
  parts.subarray(partsFrom[node], partsFrom[node + 1]);

const KINDS = { all: AND, some: SOME, step: STEP, assumed: ASSUMED } as const;

/** These nodes of a graph and what joins them. */
export function flatten({ nodes }: Graph, ids: readonly NodeId[]): FlatGraph {
  const place = new Map(ids.map((id, at) => [id, at]));
  const held = ids.map((id) => nodes[id] as GraphNode);
  const distinct = held.map((node) => (node.kind === 'assumed' ? [] : [...new Set(node.parts)]));
  return layOut({
    origin: ids,
    kind: held.map((node) => KINDS[node.kind]),
    need: held.map((node, at) => (node.kind === 'some' ? node.n : (distinct[at] as NodeId[]).length)),
    parts: distinct.map((parts) => parts.flatMap((part) => place.get(part) ?? [])),
  });
}
