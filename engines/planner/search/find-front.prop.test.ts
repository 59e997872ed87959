import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCosts, type Cost, compareCosts, costOf, unknownCost } from '../../kernel/index.ts';
import type { Graph, GraphNode, GraphStep, NodeId } from '../graph/graph.ts';
import { compareMoments, knuthPass, type Moment } from '../graph/knuth-pass.ts';
import { layeredGraph, nodesOf, randomGraph, subsetsOf, tellFinish } from '../graph/random-graph.fixture.ts';
import { findFront, searchFront } from './find-front.ts';
import type { FrontInput, FrontResult } from './front-search.ts';

const start: Moment = { day: 0, unknown: 0 };
const priceOf = ({ key, step: { cost } }: GraphStep): Cost =>
  cost === undefined ? unknownCost(key) : costOf(cost);
const knownPriceOf = ({ step: { cost } }: GraphStep): Cost =>
  costOf(cost === undefined ? { amount: 4, currency: 'EUR' } : cost);

const numberOf = (key: string): number => Number(key.slice(-2));
const inTwoCurrencies = ({ key, step: { cost } }: GraphStep): Cost =>
  costOf({ amount: cost?.amount ?? 1, currency: numberOf(key) % 3 === 0 ? 'GBP' : 'EUR' });
const oneInThree = (step: GraphStep): Cost =>
  numberOf(step.key) % 3 === 0 ? unknownCost(step.key) : knownPriceOf(step);

const question = (graph: Graph, target: NodeId, more: Partial<FrontInput> = {}): FrontInput => ({
  graph,
  target,
  start,
  finish: tellFinish,
  priceOf,
  assuming: false,
  ...more,
});

type Rated = { readonly cost: Cost; readonly end: Moment; readonly set: ReadonlySet<NodeId> };

/** Every set of steps, its cost and the end that the pass gives; of these what no other betters. */
function bruteFront(input: FrontInput, holds: (set: ReadonlySet<NodeId>) => boolean): readonly string[] {
  const { graph, target } = input;
  const rated = subsetsOf(nodesOf(graph, 'step')).flatMap((set): readonly Rated[] => {
    const end = knuthPass({ ...input, mayUse: (id) => set.has(id) }).get(target)?.at;
    return end === undefined || !holds(set) ? [] : [{ cost: costOfSet(input, set), end, set }];
  });
  const best = rated.filter((each) => !rated.some((other) => isBetter(other, each)));
  return [...new Set(best.map(written))].sort();
}

const costOfSet = ({ graph, priceOf: price }: FrontInput, set: ReadonlySet<NodeId>): Cost =>
  addCosts([...set].map((id) => price((graph.nodes[id] as Extract<GraphNode, { kind: 'step' }>).step)));
const written = ({ cost, end }: Pick<Rated, 'cost' | 'end'>): string => JSON.stringify([cost, end]);

function isBetter(a: Rated, b: Rated): boolean {
  const [time, same] = [compareMoments(a.end, b.end), written(a) === written(b)];
  const isNoDearer =
    ['less', 'equal'].includes(compareCosts(a.cost, b.cost)) ||
    (JSON.stringify(a.cost.known) === JSON.stringify(b.cost.known) &&
      a.cost.unknownParts.every((part) => b.cost.unknownParts.includes(part)));
  return !same && isNoDearer && time <= 0;
}

const frontOf = ({ ways }: FrontResult): readonly string[] => ways.map(written).sort();
const targetIn = (graph: Graph): NodeId => graph.nodes.length - 1;
const always = (): boolean => true;

describe('the front of a small random graph', () => {
  it.each([
    ['with one currency and every price known', layeredGraph(), knownPriceOf, 50],
    ['with unknown prices and lengths', randomGraph(11), priceOf, 0],
    ['with two currencies', layeredGraph(), inTwoCurrencies, 50],
    ['with an unknown price in three', layeredGraph(), oneInThree, 50],
  ] as const)('is what trying every set of steps gives, %s', (_, graphs, price, least) => {
    let several = 0;
    fc.assert(
      fc.property(graphs, (graph) => {
        const input = question(graph, targetIn(graph), { priceOf: price });
        const result = findFront(input);
        expect(frontOf(result)).toEqual(bruteFront(input, always));
        expect(result.complete).toBe(true);
        if (result.ways.length > 1) several += 1;
      }),
      { numRuns: 300 },
    );
    expect(several).toBeGreaterThanOrEqual(least);
  });

  it('goes through no more licences than allowed', () => {
    fc.assert(
      fc.property(layeredGraph(), fc.nat(2), (graph, hopLimit) => {
        const isLicence = ({ key }: GraphStep): boolean => numberOf(key) % 2 === 0;
        const target = targetIn(graph);
        const own = new Set([target, ...(graph.nodes[target]?.kind === 'all' ? partsOf(graph, target) : [])]);
        const hops = (set: ReadonlySet<NodeId>): number =>
          [...set].filter((id) => !own.has(id) && id % 2 === 0).length;
        const input = question(graph, target, { priceOf: knownPriceOf, hopLimit, isLicence });
        expect(frontOf(findFront(input))).toEqual(bruteFront(input, (set) => hops(set) <= hopLimit));
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out what does not hold when tried, and nothing else', () => {
    fc.assert(
      fc.property(layeredGraph(), fc.nat(9), (graph, bad) => {
        const input = question(graph, targetIn(graph), { priceOf: knownPriceOf });
        const holds = (steps: readonly NodeId[]): boolean => !steps.includes(bad);
        const brute = bruteFront(input, (set) => holds([...set]));
        const plain = findFront({ ...input, accept: ({ steps }) => holds(steps) });
        const told = findFront({
          ...input,
          accept: ({ steps }) => (holds(steps) ? true : { noGood: [bad] }),
        });
        expect(frontOf(plain)).toEqual(brute);
        expect(frontOf(told)).toEqual(brute);
        expect(told.counts.tried).toBeLessThanOrEqual(plain.counts.tried);
      }),
      { numRuns: 100 },
    );
  });

  it('never has a later or dearer answer for more steps, and says less than the truth while it works', () => {
    fc.assert(
      fc.property(layeredGraph(14, 8), (graph) => {
        const input = question(graph, targetIn(graph), { priceOf: knownPriceOf });
        const search = searchFront(input);
        const bounds: number[] = [];
        for (let piece = search.next(); ; piece = search.next()) {
          if (piece.done === true) {
            const ends = piece.value.ways.map(({ end }) => end.day);
            for (const bound of bounds) expect(bound).toBeLessThanOrEqual(Math.min(...ends));
            expect(findFront(input)).toEqual(piece.value);
            return;
          }
          bounds.push(piece.value.lower.end.day);
        }
      }),
      { numRuns: 50 },
    );
  });
});

function partsOf({ nodes }: Graph, id: NodeId): readonly NodeId[] {
  const node = nodes[id] as GraphNode;
  return node.kind === 'assumed' ? [] : node.parts;
}
