/** No export is silent about a loss: whatever a rule is built of, what the target cannot say is among its losses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk, parseDay } from '../../kernel/index.ts';
import { arbitraryNode } from '../arbitrary-law.fixture.ts';
import type { Node } from '../language/nodes.ts';
import type { Route } from '../language/pack.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import { CITE, pack, rule, step, VOCABULARY, version } from '../small-law.fixture.ts';
import { exportInput } from './export-input.ts';
import { operatorNameOf } from './lawful-wordings.ts';
import { CTDL_SAYS, toCtdl } from './to-ctdl.ts';
import { FHIR_SAYS, toPlanDefinition } from './to-plan-definition.ts';

const on = expectOk(parseDay('2026-11-22'), 'a day');
const ROUTE: Route = {
  ...{ route: 'xx.way', title: 'Way', for: 'All', grants: 'full', cite: CITE, scope: [], discretion: [] },
  ...{ notes: [], finally: [], requirements: ['xx.rule'] },
};
const inputOf = (law: ReturnType<typeof pack>) =>
  exportInput(
    law,
    { packs: [law], vocabulary: VOCABULARY, commonSteps: [] },
    { on, site: 'https://rules.example/' },
  );
const exported = (when: Node) => {
  const law = pack(
    [rule('xx.rule', version(when)), rule('xx.other', version({ fact: 'person.a', equals: true }))],
    { routes: [ROUTE] },
  );
  return { ctdl: toCtdl(ROUTE, inputOf(law)), fhir: toPlanDefinition(ROUTE, inputOf(law)) };
};
const unsaid = (when: Node, says: ReadonlySet<string>): readonly string[] =>
  walkNodes(when).flatMap(({ node }) => {
    const name = operatorNameOf(node);
    return says.has(name) && !('exactly' in node && node.exactly.n !== 1) ? [] : [name];
  });

describe('whatever a rule is built of', () => {
  it('what CTDL cannot say is among the losses', () => {
    fc.assert(
      fc.property(arbitraryNode, (when) => {
        const lost = new Set(exported(when).ctdl.losses.map(({ feature }) => feature));
        expect(unsaid(when, CTDL_SAYS).filter((name) => !lost.has(name))).toEqual([]);
      }),
    );
  });
  it('what FHIR cannot say is among the losses', () => {
    fc.assert(
      fc.property(arbitraryNode, (when) => {
        const lost = new Set(exported(when).fhir.losses.map(({ feature }) => feature));
        expect(unsaid(when, FHIR_SAYS).filter((name) => !lost.has(name))).toEqual([]);
      }),
    );
  });
  it('every loss has a reason and a place, and the document tells it', () => {
    fc.assert(
      fc.property(arbitraryNode, (when) => {
        const { ctdl, fhir } = exported(when);
        for (const { feature, why, places } of [...ctdl.losses, ...fhir.losses]) {
          expect(why).not.toBe('');
          expect(places.length).toBeGreaterThan(0);
          expect(`${JSON.stringify(ctdl.document)}${JSON.stringify(fhir.document)}`).toContain(feature);
        }
      }),
    );
  });
});

const A: Node = { fact: 'person.a', equals: true };
const B: Node = { fact: 'person.b', equals: true };

describe('what a target can say it says, and not as a loss', () => {
  const features = (losses: readonly { readonly feature: string }[]) => losses.map(({ feature }) => feature);
  it('CTDL: conditions that all hold, and one choice of alternatives', () => {
    const { document, losses } = exported({ all: [A, { any: [A, B] }] }).ctdl;
    const [profile] = document['@graph'][0]['ceterms:requires'];
    expect(profile?.['ceterms:condition']).toEqual([{ en: 'A is yes' }]);
    expect(profile?.['ceterms:alternativeCondition']?.map((each) => each['ceterms:condition'])).toEqual([
      [{ en: 'A is yes' }],
      [{ en: 'B is yes' }],
    ]);
    expect(features(losses)).not.toContain('all');
    expect(features(losses)).not.toContain('any');
  });
  it('CTDL: a second choice has no place, and is lost into words', () =>
    expect(features(exported({ all: [{ any: [A, B] }, { any: [A, B] }] }).ctdl.losses)).toContain('any'));
  it('FHIR: all, one or more, exactly one; not exactly two', () => {
    const behaviour = (when: Node) => exported(when).fhir.document.action[0]?.action?.[0]?.selectionBehavior;
    expect(behaviour({ all: [A, B] })).toBe('all');
    expect(behaviour({ any: [A, B] })).toBe('one-or-more');
    expect(behaviour({ exactly: { n: 1, of: [A, B] } })).toBe('exactly-one');
    expect(behaviour({ exactly: { n: 2, of: [A, B] } })).toBeUndefined();
    expect(features(exported({ exactly: { n: 2, of: [A, B] } }).fhir.losses)).toContain('exactly');
  });
  it('FHIR: steps in their order; what they cost is a loss', () => {
    const law = pack([rule('xx.rule', version({ ...A, cure: ['step.xx.b'] }))], {
      routes: [ROUTE],
      steps: [
        step('step.xx.a', { cost: { amount: 1, currency: 'EUR', asOf: '2026', cite: CITE } }),
        step('step.xx.b', { requires: [{ step: 'step.xx.a' }] }),
      ],
    });
    const { document, losses } = toPlanDefinition(ROUTE, inputOf(law));
    expect(document.action[1]?.action).toMatchObject([
      { id: 'step.xx.b', relatedAction: [{ actionId: 'step.xx.a', relationship: 'after-end' }] },
      { id: 'step.xx.a' },
    ]);
    expect(features(losses)).toEqual(expect.arrayContaining(['step cost', 'cure', 'effects']));
  });
  it('links back to the page of the rule, whatever the address ends in', () => {
    const { ctdl, fhir } = exported(A);
    const page = 'https://rules.example/rules/xx/xx.rule';
    expect(ctdl.document['@graph'][0]['ceterms:requires'][0]?.['ceterms:subjectWebpage']).toBe(page);
    expect(fhir.document.action[0]?.action?.[0]?.documentation?.[0]?.url).toBe(page);
  });
  it('a rule with wordings for several people, with doubts, or of earlier law says so', () => {
    const anchored = (text: string, from: string) => ({
      ...version(A, { appliesTo: { anchor: 'application.on', from } }),
      version: text,
    });
    const law = pack(
      [
        {
          ...rule('xx.rule', anchored('1', '2020-01-01'), anchored('2', '2025-01-01')),
          doubts: [{ id: 'd', text: 'x', recordedOn: '2026-01-01' }],
        },
      ],
      { routes: [ROUTE] },
    );
    expect(features(toCtdl(ROUTE, inputOf(law)).losses)).toEqual(
      expect.arrayContaining(['cohort', 'doubts']),
    );
  });
});
