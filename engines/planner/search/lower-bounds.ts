/** What a goal costs at the least, whatever way is taken: used to leave ways that cannot become the best. */
import type { Graph, NodeId } from '../graph/graph.ts';
import { knuthPass, type Pass } from '../graph/knuth-pass.ts';

export type LowerBounds = {
  /** Prices that are unknown, in what these goals still need when some steps are chosen already. Never more than the truth. */
  readonly unknownPrices: (goals: readonly NodeId[], chosen: ReadonlySet<NodeId>) => number;
};

export function lowerBoundsOf(graph: Graph, mayUse: (id: NodeId) => boolean): LowerBounds {
  // The same pass as for time, with an unknown price as one day.
  const least = knuthPass({
    graph,
    start: { day: 0, unknown: 0 },
    finish: ({ step }, { day, unknown }) => ({ day: day + (step.cost === undefined ? 1 : 0), unknown }),
    mayUse,
  });
  const reaches = stepsBelow(graph, least);
  return {
    unknownPrices: (goals, chosen) => {
      const counted = new Set<NodeId>(chosen);
      let sum = 0;
      const byWeight = goals.toSorted(
        (a, b) => (least.get(b)?.at.day ?? 0) - (least.get(a)?.at.day ?? 0) || a - b,
      );
      for (const goal of byWeight) {
        const below = reaches(goal);
        // Goals that share a step may share its price: only one of them is counted.
        if ([...below].some((step) => counted.has(step))) continue;
        sum += least.get(goal)?.at.day ?? 0;
        for (const step of below) counted.add(step);
      }
      return sum;
    },
  };
}

/** Every step that any way to a node may use. */
function stepsBelow({ nodes }: Graph, least: Pass): (goal: NodeId) => ReadonlySet<NodeId> {
  const known = new Map<NodeId, ReadonlySet<NodeId>>();
  return (goal) => {
    const held = known.get(goal);
    if (held !== undefined) return held;
    const seen = new Set<NodeId>();
    const queue = [goal];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const node = nodes[id];
      if (seen.has(id) || node === undefined || !least.has(id)) continue;
      seen.add(id);
      if (node.kind !== 'assumed') queue.push(...node.parts);
    }
    const steps = new Set([...seen].filter((id) => nodes[id]?.kind === 'step'));
    known.set(goal, steps);
    return steps;
  };
}
