/** One question about a graph in plain numbers, as a solver or a person with paper would be given it: only what can matter to the target. */
import type { Graph, NodeId } from '@testamur/engines/planner';
import type { Terms } from './network.ts';

export type ProblemNode = {
  /** How many of its parts it needs. */
  readonly needs: number;
  /** Places in the problem; no part twice. */
  readonly parts: readonly number[];
  /** Zero but for steps. */
  readonly days: number;
  readonly euros: number;
  readonly isStep: boolean;
  /** Of a step. */
  readonly key?: string;
  /** A licence obtained on the way. */
  readonly isHop: boolean;
};

export type Problem = {
  readonly nodes: readonly ProblemNode[];
  /** `undefined`: no way leads there. */
  readonly target: number | undefined;
  /** Licences obtained on the way, at most. */
  readonly hopLimit: number;
};

export type Question = Terms & { readonly graph: Graph; readonly target: NodeId; readonly hopLimit: number };

/** Leaves out what no way reaches, and what lies behind more licences than may be obtained. Costs must be known and in one currency. */
export function stateProblem({ graph, target, hopLimit, start, finish, priceOf }: Question): Problem {
  const goal = graph.nodes[target];
  // The last step of the target's own route is no licence on the way.
  const direct = goal?.kind === 'all' || goal?.kind === 'some' ? goal.parts : [];
  const own = new Set([target, ...direct]);
  const all = graph.nodes.map((node, id): ProblemNode => {
    if (node.kind === 'assumed') return { ...JOINT, needs: 1, parts: [] };
    const parts = [...new Set(node.parts)];
    if (node.kind !== 'step') return { ...JOINT, needs: node.kind === 'some' ? node.n : parts.length, parts };
    return {
      needs: parts.length,
      parts,
      days: finish(node.step, start).day - start.day,
      euros: priceOf(node.step).known[0]?.amount ?? 0,
      isStep: true,
      key: node.step.key,
      isHop: node.step.completes !== undefined && !own.has(id),
    };
  });
  const reachable = reach(all);
  if (!reachable.has(target)) return { nodes: [], target: undefined, hopLimit };
  const near = pick(all, within(all, target, hopLimit, reachable));
  const kept = pick(near.nodes, reach(near.nodes));
  const place = near.places.get(target);
  return { nodes: kept.nodes, target: place === undefined ? undefined : kept.places.get(place), hopLimit };
}

const JOINT = { days: 0, euros: 0, isStep: false, isHop: false } as const;

/** Some of the nodes, closed up; parts that are left out count as never had. */
function pick(nodes: readonly ProblemNode[], ids: ReadonlySet<number>) {
  const kept = [...ids].sort((a, b) => a - b);
  const places = new Map(kept.map((id, place) => [id, place]));
  return {
    places,
    nodes: kept.map((id) => {
      const node = nodes[id] as ProblemNode;
      return { ...node, parts: node.parts.flatMap((part) => places.get(part) ?? []) };
    }),
  };
}

/** What can be had at all, whatever it costs. */
function reach(nodes: readonly ProblemNode[]): ReadonlySet<number> {
  const had = new Set<number>();
  for (let size = -1; size < had.size; ) {
    size = had.size;
    for (const [id, { needs, parts }] of nodes.entries())
      if (parts.filter((part) => had.has(part)).length >= needs) had.add(id);
  }
  return had;
}

/** Nodes to which a chain of parts leads from the target past no more licences than that. */
function within(
  nodes: readonly ProblemNode[],
  target: number,
  hopLimit: number,
  reachable: ReadonlySet<number>,
): ReadonlySet<number> {
  const left = new Map<number, number>();
  const visit = (id: number, before: number): void => {
    const { isHop, parts } = nodes[id] as ProblemNode;
    const after = before - (isHop ? 1 : 0);
    if (after < 0 || after <= (left.get(id) ?? -1) || !reachable.has(id)) return;
    left.set(id, after);
    for (const part of parts) visit(part, after);
  };
  visit(target, hopLimit);
  return new Set(left.keys());
}
