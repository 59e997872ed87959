import { describe, expect, it } from 'vitest';
import { flagRule, pack, plan, route, rule, sets, step } from '../small-network.fixture.ts';
import { viewOf } from '../standpoint.ts';
import type { GraphNode } from './graph.ts';

/** A licence of each land leads to the other, by way of many rules: long enough to rest on the way. */
const landOf = (id: string, jurisdiction: string, other: string) => {
  const rules = Array.from({ length: 12 }, (_, at) => `${id}.${at}`);
  return pack(id, jurisdiction, {
    rules: [
      ...rules.map((each) => flagRule(each, 'a', `step.${id}`)),
      rule(`${id}.abroad`, {
        any: [
          { fact: 'person.b', equals: true, cure: [`step.${id}.b`] },
          { some: { list: 'licences', where: { fact: 'its.jurisdiction', equals: other } } },
        ],
      }),
    ],
    routes: [route(`${id}.one`, `${id}.full`, [...rules, `${id}.abroad`], { finally: [`step.${id}.apply`] })],
    steps: [
      sets(`step.${id}`, 'a'),
      sets(`step.${id}.b`, 'b'),
      step(`step.${id}.apply`, { kind: 'application', requires: [{ rule: `${id}.0` }] }),
    ],
  });
};
const packs = [landOf('aa', 'AA', 'BB'), landOf('bb', 'BB', 'AA')] as const;

function openBuilder() {
  const planning = plan(packs);
  return planning.graphFor(viewOf(planning, packs[0]));
}
const whole = openBuilder();
const end = whole.takeRoute('aa.one');

describe('the graph of a person', () => {
  it('has one node for each step that is paid', () => {
    const keys = whole.graph.nodes.flatMap((node: GraphNode) =>
      node.kind === 'step' ? [node.step.key] : [],
    );
    expect(keys.toSorted()).toEqual([
      'step.aa',
      'step.aa.apply@aa.one',
      'step.aa.b',
      'step.bb',
      'step.bb.apply@bb.one',
      'step.bb.b',
    ]);
  });

  it('built in pieces is the one that is built at once', () => {
    const { graph, takingRoute } = openBuilder();
    const work = takingRoute('aa.one');
    let rests = 0;
    for (let piece = work.next(); ; piece = work.next()) {
      if (piece.done === true) {
        expect(piece.value).toBe(end);
        break;
      }
      rests += 1;
    }
    expect(rests).toBeGreaterThan(1);
    expect(graph).toEqual(whole.graph);
  });

  it('is finished by whoever asks next, where it was begun and left', () => {
    const { graph, takingRoute, takeRoute } = openBuilder();
    takingRoute('aa.one').next();
    expect(graph).not.toEqual(whole.graph);
    expect(takeRoute('aa.one')).toBe(end);
    expect(graph).toEqual(whole.graph);
  });

  it('is the same for two who ask in turn', () => {
    const { graph, takingRoute } = openBuilder();
    const [one, two] = [takingRoute('aa.one'), takingRoute('aa.one')];
    const found: number[] = [];
    for (let left = 2; left > 0; )
      for (const work of [one, two]) {
        const { done, value } = work.next();
        if (done !== true || value === undefined) continue;
        found.push(value);
        left -= 1;
      }
    expect(found).toEqual([end, end]);
    expect(graph).toEqual(whole.graph);
  });
});
