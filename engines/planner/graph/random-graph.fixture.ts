/** Small random AND/OR graphs, circles included, and the answers that trying everything gives. */
import fc from 'fast-check';
import type { Step } from '../../recognition/index.ts';
import type { Graph, GraphNode, GraphStep, NodeId } from './graph.ts';
import type { Moment } from './knuth-pass.ts';

export const graphStep = (key: string, more: Partial<Step> = {}): GraphStep => ({
  key,
  effects: [],
  step: {
    step: key,
    title: key,
    text: key,
    kind: 'other',
    controller: 'self',
    requires: [],
    effects: [],
    cite: [],
    ...more,
  },
});

const part = (size: number) => fc.nat({ max: size - 1 });

/** Lengths of steps are days; one step in four has none that is known. */
const randomNode = (size: number, index: number): fc.Arbitrary<GraphNode> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .record({
          parts: fc.array(part(size), { maxLength: 2 }),
          days: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 4 }),
          price: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 3 }),
        })
        .map(
          ({ parts, days, price }): GraphNode => ({
            kind: 'step',
            parts,
            step: graphStep(`step.${String(index).padStart(2, '0')}`, {
              ...(days === null ? {} : { duration: { min: `P${days}D`, cite: [] } }),
              ...(price === null ? {} : { cost: { amount: price, currency: 'EUR', asOf: '2026', cite: [] } }),
            }),
          }),
        ),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('all' as const),
        parts: fc.array(part(size), { minLength: 1, maxLength: 3 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('some' as const),
        n: fc.integer({ min: 1, max: 2 }),
        parts: fc.uniqueArray(part(size), { maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant<GraphNode>({ kind: 'assumed', rule: `rule.${index}` }) },
  );

export const randomGraph = (size = 9): fc.Arbitrary<Graph> =>
  fc
    .tuple(...Array.from({ length: size }, (_, index) => randomNode(size, index)))
    .map((nodes) => ({ nodes }));

export const tellFinish = ({ step }: GraphStep, start: Moment): Moment =>
  step.duration === undefined
    ? { day: start.day, unknown: start.unknown + 1 }
    : { day: start.day + Number(step.duration.min.slice(1, -1)), unknown: start.unknown };

/** When each node is true if exactly these steps are taken and these unknowns turn out well: plain evaluation until nothing moves. */
export function settle(graph: Graph, allowed: ReadonlySet<NodeId>): ReadonlyMap<NodeId, number> {
  const days = new Map<NodeId, number>();
  for (let moved = true; moved; ) {
    moved = false;
    for (const [id, node] of graph.nodes.entries()) {
      const day = dayOf(node, id, days, allowed);
      if (day === undefined || day >= (days.get(id) ?? Number.POSITIVE_INFINITY)) continue;
      days.set(id, day);
      moved = true;
    }
  }
  return days;
}

function dayOf(
  node: GraphNode,
  id: NodeId,
  days: ReadonlyMap<NodeId, number>,
  allowed: ReadonlySet<NodeId>,
): number | undefined {
  if (node.kind === 'assumed') return allowed.has(id) ? 0 : undefined;
  const known = [...new Set(node.parts)]
    .map((each) => days.get(each))
    .filter((day) => day !== undefined)
    .sort((a, b) => a - b);
  const needed = node.kind === 'some' ? node.n : new Set(node.parts).size;
  if (known.length < needed) return undefined;
  const start = needed === 0 ? 0 : (known[needed - 1] ?? 0);
  if (node.kind !== 'step') return start;
  return allowed.has(id) ? tellFinish(node.step, { day: start, unknown: 0 }).day : undefined;
}

export const nodesOf = ({ nodes }: Graph, ...kinds: readonly GraphNode['kind'][]): readonly NodeId[] =>
  [...nodes.keys()].filter((id) => kinds.includes((nodes[id] as GraphNode).kind));

/** Every set of these. */
export function subsetsOf(ids: readonly NodeId[]): readonly ReadonlySet<NodeId>[] {
  return Array.from(
    { length: 1 << ids.length },
    (_, bits) => new Set(ids.filter((_id, index) => (bits >> index) & 1)),
  );
}

export function bruteEarliest(graph: Graph, target: NodeId): number | undefined {
  const days = subsetsOf(nodesOf(graph, 'step')).flatMap((set) => settle(graph, set).get(target) ?? []);
  return days.length === 0 ? undefined : Math.min(...days);
}
