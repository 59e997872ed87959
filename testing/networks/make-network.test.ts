import { findFront } from '@testamur/engines/planner';
import { describe, expect, it } from 'vitest';
import { makeNetwork, type Point, stateProblem } from './index.ts';

describe('a synthetic network', () => {
  it.each([
    [15, 160, 299],
    [60, 610, 1_126],
    [240, 2_410, 4_435],
  ])('of %i jurisdictions has %i facts and %i steps', (jurisdictions, facts, steps) => {
    const network = makeNetwork({ jurisdictions, seed: 1 });
    expect(network).toMatchObject({ facts, steps });
    expect(network.graph.nodes).toHaveLength(facts + steps);
    expect(network.targets).toHaveLength(jurisdictions);
  });

  it('is the same for the same seed and another for another', () => {
    const told = (seed: number): string => {
      const { graph, days, euros } = makeNetwork({ jurisdictions: 15, seed });
      return JSON.stringify([graph, [...days], [...euros]]);
    };
    expect(told(3)).toBe(told(3));
    expect(new Set([1, 2, 3, 4, 5].map(told)).size).toBe(5);
  });

  it.each([[1], [2]])('lets every licence be reached without another one (seed %i)', (seed) => {
    const network = makeNetwork({ jurisdictions: 60, seed });
    for (const { node } of network.targets)
      expect(stateProblem({ ...network, target: node, hopLimit: 0 }).target).toBeDefined();
  });

  it('leads from licence to licence in circles', () => {
    const network = makeNetwork({ jurisdictions: 15, seed: 1 });
    const [first] = network.targets;
    const sizes = [0, 1, 2, 15].map(
      (hopLimit) => stateProblem({ ...network, target: first?.node ?? 0, hopLimit }).nodes.length,
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(new Set(sizes).size).toBe(4);
  });
});

describe('the answers on a synthetic network', () => {
  const network = makeNetwork({ jurisdictions: 15, seed: 1 });
  const fronts = (hopLimit: number): readonly (readonly Point[])[] =>
    network.targets.map(({ node }) =>
      findFront({ ...network, target: node, hopLimit, assuming: false }).ways.map(({ cost, end }) => ({
        euros: cost.known[0]?.amount ?? 0,
        days: end.day,
      })),
    );
  const direct = fronts(0);

  it('are no single plans: nearly every licence has a choice between money and time', () => {
    expect(direct.every((front) => front.length > 0)).toBe(true);
    expect(direct.filter((front) => front.length >= 4).length).toBeGreaterThan(direct.length / 2);
  });

  it('change where a licence on the way is allowed', () => {
    const changed = fronts(1).filter(
      (front, index) => JSON.stringify(front) !== JSON.stringify(direct[index]),
    );
    expect(changed.length).toBeGreaterThanOrEqual(direct.length / 3);
  });

  it('are cheaper because steps are shared: paying for each need apart would cost more', () => {
    const dearer = network.targets.filter(
      ({ node }, index) => leastApart(node) > (direct[index]?.[0]?.euros ?? 0),
    );
    expect(dearer.length).toBeGreaterThan(direct.length / 2);
  });

  /** The least price when every need pays for its own steps. */
  function leastApart(target: number): number {
    const problem = stateProblem({ ...network, target, hopLimit: 0 });
    const least = new Map<number, number>();
    for (let moved = true; moved; ) {
      moved = false;
      for (const [id, { needs, parts, euros }] of problem.nodes.entries()) {
        const known = parts.flatMap((part) => least.get(part) ?? []).sort((a, b) => a - b);
        if (known.length < needs) continue;
        const sum = known.slice(0, needs).reduce((total, each) => total + each, euros);
        if (sum >= (least.get(id) ?? Number.POSITIVE_INFINITY)) continue;
        least.set(id, sum);
        moved = true;
      }
    }
    return least.get(problem.target ?? -1) ?? Number.NaN;
  }
});
