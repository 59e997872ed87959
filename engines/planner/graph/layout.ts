/** A graph turned round: what each node is a part of, in arrays. */
import type { Graph, NodeId } from './graph.ts';

export type Layout = {
  /** How many parts a node needs. */
  readonly needed: Int32Array;
  readonly usersFrom: Int32Array;
  readonly users: Int32Array;
};

/** Graphs grow between two questions, and are asked several times between two that make them grow. */
const LAYOUTS = new WeakMap<Graph, { readonly size: number; readonly layout: Layout }>();

export function layoutOf(graph: Graph): Layout {
  const size = graph.nodes.length;
  const held = LAYOUTS.get(graph);
  if (held?.size === size) return held.layout;
  const layout = layOut(graph);
  LAYOUTS.set(graph, { size, layout });
  return layout;
}

function layOut({ nodes }: Graph): Layout {
  const parts = nodes.map((node) => (node.kind === 'assumed' ? [] : [...new Set(node.parts)]));
  const needed = Int32Array.from(nodes, (node, id) =>
    node.kind === 'some' ? node.n : (parts[id] as NodeId[]).length,
  );
  const next = new Int32Array(nodes.length + 1);
  for (const own of parts) for (const part of own) next[part + 1] = (next[part + 1] as number) + 1;
  for (let id = 0; id < nodes.length; id += 1) next[id + 1] = (next[id + 1] as number) + (next[id] as number);
  const usersFrom = next.slice();
  const users = new Int32Array(usersFrom[nodes.length] as number);
  for (const [id, own] of parts.entries())
    for (const part of own) {
      const place = next[part] as number;
      users[place] = id;
      next[part] = place + 1;
    }
  return { needed, usersFrom, users };
}
