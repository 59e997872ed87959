import { findFront } from '@testamur/engines/planner';
import { describe, expect, it } from 'vitest';
import { openHighs } from '../../bench/peers/highs.ts';
import { termsOf } from './build-network.ts';
import { findPoints } from './compare-fronts.ts';
import {
  bruteFront,
  frontOf,
  makeNetwork,
  type Question,
  settle,
  stateProblem,
  tinyQuestion,
} from './index.ts';

const TINY = Array.from({ length: 400 }, (_, index) => tinyQuestion(index + 1));

describe('the front of a small graph', () => {
  it('is what trying every set of steps finds', () => {
    let [several, none, hops] = [0, 0, 0];
    for (const [index, question] of TINY.entries()) {
      const problem = stateProblem(question);
      const points = bruteFront(problem);
      expect(findPoints(question), `seed ${index + 1}`).toEqual({ points, isExact: true });
      if (points.length > 1) several += 1;
      if (points.length === 0) none += 1;
      if (problem.nodes.some(({ isHop }) => isHop)) hops += 1;
    }
    expect(Math.min(several, none, hops)).toBeGreaterThan(40);
  });

  it('changes with the hop limit in some of them, and never for the worse', () => {
    let changed = 0;
    for (const question of TINY) {
      const [few, more] = [1, 2].map((hopLimit) => findPoints({ ...question, hopLimit }).points);
      expect(frontOf([...(few ?? []), ...(more ?? [])])).toEqual(more);
      if (JSON.stringify(few) !== JSON.stringify(more)) changed += 1;
    }
    expect(changed).toBeGreaterThan(5);
  });
});

describe('HiGHS', async () => {
  const solve = await openHighs();

  it('finds what trying every set of steps finds', () => {
    for (const [index, question] of TINY.slice(0, 60).entries()) {
      const problem = stateProblem(question);
      expect(solve(problem, 60), `seed ${index + 1}`).toEqual({ solved: true, points: bruteFront(problem) });
    }
  });

  // Licences of which it is quick; `npm run check planner` asks it about many more.
  it.each([
    [0, 'j004'],
    [0, 'j006'],
    [1, 'j003'],
  ])('finds the same front on a network, with %i licences on the way to %s', (hopLimit, wanted) => {
    const network = makeNetwork({ jurisdictions: 60, seed: 1 });
    const target = network.targets.find(({ jurisdiction }) => jurisdiction === wanted)?.node ?? -1;
    const question: Question = { ...network, target, hopLimit };
    const found = findPoints(question);
    expect(found.points.length).toBeGreaterThan(0);
    expect(solve(stateProblem(question), 120)).toEqual({ solved: true, points: found.points });
  });
});

describe('the front of a licence on a network', () => {
  const network = makeNetwork({ jurisdictions: 15, seed: 2 });
  const questions = network.targets.map(({ node }): Question => ({ ...network, target: node, hopLimit: 1 }));
  const pointsOf = (question: Question) => findPoints(question).points;

  it('is reached by the steps that each way names, at its cost and on its day', () => {
    for (const question of questions) {
      const all = stateProblem({ ...question, hopLimit: network.targets.length });
      const places = new Map(all.nodes.map(({ key }, place) => [key, place]));
      for (const way of findFront({ ...question, assuming: false }).ways) {
        const taken = new Set(way.keys.split(' ').map((key) => places.get(key) ?? -1));
        expect(settle(all.nodes, taken).get(all.target ?? -1)).toBe(way.end.day);
        const euros = way.keys.split(' ').map((key) => network.euros.get(key) ?? Number.NaN);
        expect(way.cost.known[0]?.amount ?? 0).toBe(euros.reduce((sum, each) => sum + each, 0));
      }
    }
  });

  it('never gets worse when a fact is there already', () => {
    for (const question of questions.slice(0, 3)) {
      const before = pointsOf(question);
      for (const fact of [0, 3, 5]) {
        const nodes = question.graph.nodes.with(fact, { kind: 'all', parts: [] });
        const after = pointsOf({ ...question, graph: { nodes } });
        expect(frontOf([...before, ...after])).toEqual(after);
      }
    }
  });

  it('never gets cheaper or faster when a price or a duration rises', () => {
    const raised = (values: ReadonlyMap<string, number>) =>
      new Map([...values].map(([key, value], index) => [key, index % 3 === 0 ? value + 25 : value]));
    const dearer = { euros: raised(network.euros), days: network.days };
    const slower = { euros: network.euros, days: raised(network.days) };
    for (const question of questions.slice(0, 3))
      for (const { euros, days } of [dearer, slower]) {
        const [before, after] = [pointsOf(question), pointsOf({ ...question, ...termsOf(days, euros) })];
        expect(frontOf([...before, ...after])).toEqual(before);
      }
  });

  it('gains no way when a jurisdiction goes', () => {
    const gone = new Set(
      network.graph.nodes.flatMap((node, id) =>
        node.kind === 'step' && node.step.key.startsWith('j000.') ? [id] : [],
      ),
    );
    const nodes = network.graph.nodes.map((node, id) =>
      gone.has(id) ? ({ kind: 'some', n: 1, parts: [] } as const) : node,
    );
    let changed = 0;
    for (const question of questions) {
      const [before, after] = [pointsOf(question), pointsOf({ ...question, graph: { nodes } })];
      expect(frontOf([...before, ...after])).toEqual(before);
      if (JSON.stringify(before) !== JSON.stringify(after)) changed += 1;
    }
    expect(changed).toBeGreaterThan(0);
  });
});
