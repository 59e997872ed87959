import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCosts, costOf, NO_COST, unknownCost } from '../../kernel/index.ts';
import type { Graph, GraphStep, NodeId } from '../graph/graph.ts';
import { nodesOf, randomGraph, settle, subsetsOf, tellFinish } from '../graph/random-graph.fixture.ts';
import { findCheapestWay, type SearchInput } from './cheapest-way.ts';
import { comparePrices } from './ways.ts';

const priceOf = ({ key, step: { cost } }: GraphStep) =>
  cost === undefined ? unknownCost(key) : costOf(cost);

const ask = (graph: Graph, target: NodeId, more: Partial<SearchInput> = {}) =>
  findCheapestWay({
    graph,
    target,
    priceOf,
    start: { day: 0, unknown: 0 },
    finish: tellFinish,
    assuming: false,
    accept: () => true,
    limit: { branches: 1e6, tries: 1e6 },
    ...more,
  });

/** Every set of steps and assumptions that reaches the target, the best first by assumptions, price, days. */
function bruteBest(graph: Graph, target: NodeId, kinds: readonly ('step' | 'assumed')[]) {
  const ways = subsetsOf(nodesOf(graph, ...kinds)).flatMap((set) => {
    const day = settle(graph, set).get(target);
    if (day === undefined) return [];
    const steps = [...set].flatMap((id) => {
      const node = graph.nodes[id];
      return node?.kind === 'step' ? [node.step] : [];
    });
    return [{ assumed: set.size - steps.length, cost: addCosts([NO_COST, ...steps.map(priceOf)]), day }];
  });
  return ways.sort((a, b) => a.assumed - b.assumed || comparePrices(a.cost, b.cost) || a.day - b.day)[0];
}

describe('the cheapest way', () => {
  it.each([[false], [true]])('is the one that trying every set of steps finds (assuming: %s)', (assuming) => {
    let [reached, shared] = [0, 0];
    fc.assert(
      fc.property(randomGraph(9), (graph) => {
        for (const target of graph.nodes.keys()) {
          const best = bruteBest(graph, target, assuming ? ['step', 'assumed'] : ['step']);
          const found = ask(graph, target, { assuming });
          expect(found.complete).toBe(true);
          expect(found.best === undefined).toBe(best === undefined);
          if (best === undefined || found.best === undefined) continue;
          reached += 1;
          shared += found.best.steps.length > 1 ? 1 : 0;
          expect(found.best.assumed.length).toBe(best.assumed);
          expect(comparePrices(found.best.cost, best.cost)).toBe(0);
          expect(found.best.end.day).toBe(best.day);
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(reached, shared)).toBeGreaterThan(30);
  });

  it('never gets cheaper when a price rises', () => {
    fc.assert(
      fc.property(randomGraph(9), fc.nat(8), fc.integer({ min: 1, max: 5 }), (graph, which, more) => {
        const dearer = {
          nodes: graph.nodes.map((node, id) =>
            id === which && node.kind === 'step' && node.step.step.cost !== undefined
              ? {
                  ...node,
                  step: {
                    ...node.step,
                    step: {
                      ...node.step.step,
                      cost: { ...node.step.step.cost, amount: node.step.step.cost.amount + more },
                    },
                  },
                }
              : node,
          ),
        };
        for (const target of graph.nodes.keys()) {
          const [before, after] = [ask(graph, target).best, ask(dearer, target).best];
          expect(after === undefined).toBe(before === undefined);
          if (before !== undefined && after !== undefined)
            expect(comparePrices(after.cost, before.cost)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('goes on to the next best when a way does not hold', () => {
    fc.assert(
      fc.property(randomGraph(8), (graph) => {
        for (const target of graph.nodes.keys()) {
          const first = ask(graph, target).best;
          if (first === undefined) continue;
          const next = ask(graph, target, { accept: (way) => way.keys !== first.keys }).best;
          if (next !== undefined) expect(comparePrices(next.cost, first.cost)).toBeGreaterThanOrEqual(0);
          expect(next?.keys).not.toBe(first.keys);
        }
      }),
      { numRuns: 100 },
    );
  });
});
