/** A set of steps as a way: in an order in which they can be taken, with the pass that says what rests on what. */
import { addCosts } from '../../kernel/index.ts';
import type { Graph, GraphNode, NodeId } from '../graph/graph.ts';
import { knuthPass, type Pass, wayTo } from '../graph/knuth-pass.ts';
import type { FrontInput } from '../search/front-search.ts';
import type { Way } from '../search/ways.ts';

/** Undefined where the steps do not hold together. */
export function makeWay(input: FrontInput, ids: readonly NodeId[]): Way | undefined {
  const { graph, target, priceOf } = input;
  const pass = passOver(input, ids);
  const end = pass.get(target)?.at;
  if (end === undefined) return undefined;
  const used = wayTo(target, pass);
  const steps = used.filter((id) => graph.nodes[id]?.kind === 'step');
  const nodes = used.map((id) => graph.nodes[id] as GraphNode);
  return {
    steps,
    assumed: used.filter((id) => graph.nodes[id]?.kind === 'assumed'),
    cost: addCosts(nodes.flatMap((node) => (node.kind === 'step' ? [priceOf(node.step)] : []))),
    end,
    selections: nodes.filter((node) => node.kind === 'step' && node.step.step.controller === 'selection')
      .length,
    keys: nodes
      .flatMap((node) =>
        node.kind === 'step' ? [node.step.key] : node.kind === 'assumed' ? [`?${node.rule}`] : [],
      )
      .sort()
      .join(' '),
    pass,
  };
}

/** The pass over these nodes alone, which give the same answer as all of them and are far fewer. */
function passOver({ graph, start, finish }: FrontInput, ids: readonly NodeId[]): Pass {
  const sorted = [...ids].sort((a, b) => a - b);
  const place = new Map(sorted.map((id, at) => [id, at]));
  const local = (parts: readonly NodeId[]): readonly NodeId[] =>
    parts.flatMap((part) => place.get(part) ?? []);
  const nodes = sorted.map((id): GraphNode => {
    const node = graph.nodes[id] as GraphNode;
    if (node.kind === 'assumed') return node;
    const parts = local(node.parts);
    // A part that is not there is one that is never reached.
    const isWhole = node.kind === 'some' || parts.length === node.parts.length;
    return isWhole ? { ...node, parts } : { kind: 'some', n: 1, parts: [] };
  });
  const small: Graph = { nodes };
  const pass = knuthPass({ graph: small, start, finish, mayUse: () => true });
  const back = (id: NodeId): NodeId => sorted[id] as NodeId;
  return new Map([...pass].map(([id, { at, by, rank }]) => [back(id), { at, by: by.map(back), rank }]));
}
