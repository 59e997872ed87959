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

/**
 * Choices over steps over choices, most of them within reach, the target last: here a dearer way is often the faster one. Now and
 * then a part lies higher up, so that circles occur.
 */
export const layeredGraph = (steps = 8, choices = 5): fc.Arbitrary<Graph> => {
  const size = steps + choices + 1;
  const priced = (index: number, parts: readonly NodeId[], days: number, price: number): GraphNode => ({
    kind: 'step',
    parts,
    step: graphStep(`step.${String(index).padStart(2, '0')}`, {
      duration: { min: `P${days}D`, cite: [] },
      cost: { amount: price, currency: 'EUR', asOf: '2026', cite: [] },
    }),
  });
  const within = (index: number): fc.Arbitrary<NodeId> =>
    fc.oneof(
      { weight: 9, arbitrary: fc.nat(Math.max(0, index - 1)) },
      { weight: 1, arbitrary: fc.nat(size - 2) },
    );
  const isChoice = (index: number): boolean => index >= 3 && index % 2 === 1;
  const node = (index: number): fc.Arbitrary<GraphNode> =>
    isChoice(index)
      ? fc
          .record({
            n: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(2) }),
            parts: fc.uniqueArray(within(index), { minLength: 2, maxLength: 3 }),
          })
          .map((each): GraphNode => ({ kind: 'some', ...each }))
      : fc
          .record({
            parts: fc.array(within(index), { maxLength: index < 3 ? 0 : 2 }),
            days: fc.integer({ min: 1, max: 9 }),
          })
          // The quicker, the dearer.
          .chain(({ parts, days }) => fc.nat(3).map((more) => priced(index, parts, days, 10 - days + more)));
  return fc
    .tuple(
      fc.tuple(...Array.from({ length: size - 1 }, (_, index) => node(index))),
      fc.uniqueArray(fc.nat(size - 2), { minLength: 2, maxLength: 4 }),
    )
    .map(([nodes, parts]) => ({ nodes: [...nodes, { kind: 'all', parts }] }));
};

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
