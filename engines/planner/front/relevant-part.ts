/** What can matter to a target: all below it that lies behind no more licences than the limit allows. */
import type { GraphNode, NodeId } from '../graph/graph.ts';
import type { FrontInput } from '../search/front-search.ts';

export type RelevantPart = {
  /** Ascending. */
  readonly ids: readonly NodeId[];
  /** Licences on the way, ascending: steps that count as hops. */
  readonly licences: readonly NodeId[];
};

type Question = Pick<FrontInput, 'graph' | 'target' | 'assuming' | 'excluded' | 'isLicence'>;

export function relevantPart(question: Question, hopLimit: number): RelevantPart {
  const { graph, target, assuming, excluded } = question;
  const isHop = hopTest(question);
  const hops = new Map<NodeId, number>();
  // Breadth first by licences: what costs none goes to the same level.
  let level: NodeId[] = [target];
  for (let count = 0; count <= hopLimit && level.length > 0; count += 1) {
    const beyond: NodeId[] = [];
    for (let id = level.pop(); id !== undefined; id = level.pop()) {
      if (hops.has(id)) continue;
      const node = graph.nodes[id] as GraphNode;
      if (excluded?.has(id) === true || (node.kind === 'assumed' && !assuming)) continue;
      hops.set(id, count);
      if (node.kind === 'assumed') continue;
      for (const part of node.parts) if (!hops.has(part)) (isHop(part) ? beyond : level).push(part);
    }
    level = beyond;
  }
  const ids = [...hops.keys()].sort((a, b) => a - b);
  return { ids, licences: ids.filter((id) => id !== target && isHop(id)) };
}

/** The last step of the target's own route is no hop: it is the target, or a direct part of it. */
function hopTest({ graph, target, isLicence }: Question): (id: NodeId) => boolean {
  const counts = isLicence ?? ((step) => step.completes !== undefined);
  const end = graph.nodes[target] as GraphNode;
  const own = new Set([target, ...(end.kind === 'all' || end.kind === 'some' ? end.parts : [])]);
  return (id) => {
    const node = graph.nodes[id] as GraphNode;
    return node.kind === 'step' && !own.has(id) && counts(node.step);
  };
}
