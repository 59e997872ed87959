import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knuthPass, wayTo } from './knuth-pass.ts';
import {
  bruteEarliest,
  graphStep,
  nodesOf,
  randomGraph,
  settle,
  tellFinish,
} from './random-graph.fixture.ts';

const START = { day: 0, unknown: 0 };

describe('the earliest way to every node', () => {
  it('is what trying every set of steps finds', () => {
    fc.assert(
      fc.property(randomGraph(), (graph) => {
        const pass = knuthPass({ graph, start: START, finish: tellFinish });
        for (const id of graph.nodes.keys())
          expect(pass.get(id)?.at.day, `node ${id}`).toEqual(bruteEarliest(graph, id));
      }),
      { numRuns: 300 },
    );
  });

  it('rests on steps that suffice by themselves, each after what it needs', () => {
    fc.assert(
      fc.property(randomGraph(), (graph) => {
        const pass = knuthPass({ graph, start: START, finish: tellFinish, mayUse: () => true });
        for (const [id, { at, by, rank }] of pass) {
          expect(settle(graph, new Set(wayTo(id, pass))).get(id)).toBe(at.day);
          for (const part of by) expect(pass.get(part)?.rank).toBeLessThan(rank);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts what is unknown as met only where nothing else is a way', () => {
    fc.assert(
      fc.property(randomGraph(), (graph) => {
        const sure = knuthPass({ graph, start: START, finish: tellFinish });
        const both = knuthPass({ graph, start: START, finish: tellFinish, mayUse: () => true, fixed: sure });
        const all = settle(graph, new Set(nodesOf(graph, 'step', 'assumed')));
        expect([...both.keys()].sort()).toEqual([...all.keys()].sort());
        for (const [id, { at }] of sure) expect(both.get(id)?.at).toEqual(at);
      }),
      { numRuns: 200 },
    );
  });

  it('orders ways of one length by how many lengths on them are unknown', () => {
    const step = (key: string, parts: readonly number[]) =>
      ({ kind: 'step', parts, step: graphStep(key) }) as const;
    const graph = {
      nodes: [step('a', []), step('b', [0]), step('c', []), { kind: 'some', n: 1, parts: [1, 2] } as const],
    };
    const pass = knuthPass({ graph, start: START, finish: tellFinish });
    expect(pass.get(3)).toMatchObject({ at: { day: 0, unknown: 1 }, by: [2] });
    expect(pass.get(1)?.at).toEqual({ day: 0, unknown: 2 });
  });
});
