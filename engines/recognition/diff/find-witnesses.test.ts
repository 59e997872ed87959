import { describe, expect, it } from 'vitest';
import type { Dossier } from '../facts/dossier.ts';
import { literalDay } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import type { Pack, Route } from '../language/pack.ts';
import { openJudge } from '../population/judge.ts';
import { CITE, pack, rule, step, VOCABULARY, version } from '../small-law.fixture.ts';
import { type Book, findWitnesses, type SemanticDiff, verdictsOn } from './find-witnesses.ts';
import { leavesOfDossier } from './shrink-dossier.ts';

const on = literalDay('2026-01-01');
const book = (law: Pack): Book => ({ packs: [law], vocabulary: VOCABULARY, commonSteps: [] });
const route = (requirements: readonly string[]): Route => ({
  ...{ route: 'xx.way', title: 'Way', for: 'All', grants: 'full', cite: CITE, scope: [] },
  ...{ discretion: [], notes: [], finally: [], requirements },
});
const OTHER: Node = { fact: 'person.b', equals: true };
const law = (when: Node, more: Partial<Pack> = {}): Pack =>
  pack([rule('xx.rule', version(when)), rule('xx.other', version(OTHER))], {
    routes: [route(['xx.rule', 'xx.other'])],
    ...more,
  });
const hunt = (before: Pack, after: Pack, tries = 300): SemanticDiff =>
  findWitnesses({ before: book(before), after: book(after), pack: 'xx', on, tries, seed: 1 });
const search = (diff: SemanticDiff, id: string) =>
  diff.searches.find(({ target }) => ('rule' in target ? target.rule : target.route) === id);
const years = (atLeast: number): Node => ({ fact: 'pmq.years', atLeast });

describe('the smallest dossier on which two laws differ', () => {
  it('has the one fact whose threshold moved, at the threshold', () =>
    expect(search(hunt(law(years(5)), law(years(6))), 'xx.rule')?.witness).toEqual({
      on: '2026-01-01',
      dossier: { qualifications: [{ id: 'degree', years: 5 }] },
      facts: 1,
      before: { verdict: 'met' },
      after: { verdict: 'notMet', remedy: 'final' },
    }));

  it('of a route says how the route stands: unknown before, closed now', () =>
    expect(search(hunt(law(years(5)), law(years(6))), 'xx.way')?.witness).toMatchObject({
      facts: 1,
      before: 'unknown',
      after: 'closed',
    }));

  it.each<[string, Node, Node, Dossier]>([
    [
      'a day',
      { fact: 'pmq.graduatedOn', onOrAfter: '2010-01-01' },
      { fact: 'pmq.graduatedOn', after: '2010-01-01' },
      { qualifications: [{ id: 'degree', graduatedOn: '2010-01-01' }] } as Dossier,
    ],
    [
      'a country',
      { fact: 'pmq.country', in: ['AA', 'BB'] },
      { fact: 'pmq.country', in: ['AA'] },
      { qualifications: [{ id: 'degree', country: 'BB' }] } as Dossier,
    ],
    [
      'two facts, where one alone does not tell',
      { any: [OTHER, years(5)] },
      { all: [OTHER, years(5)] },
      { person: { b: true }, qualifications: [{ id: 'degree', years: 4 }] } as Dossier,
    ],
  ])('%s', (_name, before, after, dossier) => {
    const found = search(hunt(law(before), law(after)), 'xx.rule')?.witness;
    expect(found?.facts).toBeLessThanOrEqual(leavesOfDossier(dossier).length);
    expect(found?.before).not.toEqual(found?.after);
    if (_name !== 'two facts, where one alone does not tell') expect(found?.dossier).toEqual(dossier);
  });

  it('is found inside a list: an attempt that counted and no longer does', () => {
    const passed = (exam: string): Node => ({
      some: {
        list: 'exams',
        where: {
          all: [
            { fact: 'its.exam', equals: exam },
            { fact: 'its.result', equals: 'pass' },
          ],
        },
      },
    });
    const found = search(hunt(law(passed('one')), law(passed('two'))), 'xx.rule')?.witness;
    expect(found?.facts).toBeLessThanOrEqual(3);
    expect(found?.dossier).toHaveProperty('exams');
  });

  it('is nobody where the change is one of words: said as a search without result, or not searched at all', () => {
    const told = hunt(law({ all: [years(5), years(4)] }), law(years(5)), 60);
    expect(search(told, 'xx.rule')).toEqual({ target: { rule: 'xx.rule' }, title: 'xx.rule', tries: 60 });
    const relabelled = hunt(law({ ...years(5), label: 'Long enough' }), law(years(5)));
    expect(relabelled).toEqual({ searches: [], untouched: 3 });
  });

  it('is found on the day from which the law changes, where today it is the same', () => {
    const before = pack([rule('xx.rule', version(years(5), { inForce: { from: '2000-01-01' } }))]);
    const after = pack([
      rule(
        'xx.rule',
        version(years(5), { inForce: { from: '2000-01-01', to: '2027-01-01' } }),
        version(years(6), { version: '2', inForce: { from: '2027-01-01' } }),
      ),
    ]);
    expect(search(hunt(before, after), 'xx.rule')?.witness).toMatchObject({ on: '2027-01-01', facts: 1 });
  });

  it('is found for a rule that only refers to what changed, and for what a step asks for', () => {
    const referring = (when: Node): Pack => law(when, { steps: [step('step.xx.a')] });
    const more = (base: Pack): Pack => ({
      ...base,
      rules: [...base.rules, rule('xx.refers', version({ rule: 'xx.rule' }))],
    });
    const told = hunt(more(referring(years(5))), more(referring(years(6))));
    expect(search(told, 'xx.refers')?.witness?.facts).toBe(1);
    expect(told.untouched).toBe(1);
    const cured = (requires: readonly string[]): Pack =>
      law(
        { fact: 'person.a', equals: true, cure: ['step.xx.a'] },
        { steps: [step('step.xx.a', { requires: requires.map((each) => ({ rule: each })) })] },
      );
    expect(search(hunt(cured([]), cured(['xx.other'])), 'xx.rule')?.witness).toMatchObject({
      before: { verdict: 'notMet', remedy: 'curable' },
    });
  });
});

it('nothing can be left out of what is shown: without any one of its facts both laws agree', () => {
  const laws: readonly (readonly [Node, Node])[] = [
    [{ any: [OTHER, years(5)] }, { all: [OTHER, years(5)] }],
    [
      { all: [years(4), { fact: 'pmq.hours', atLeast: 10 }] },
      { all: [years(4), { fact: 'pmq.hours', atLeast: 11 }] },
    ],
    [
      { if: OTHER, then: years(5) },
      { if: OTHER, then: years(6) },
    ],
  ];
  for (const [before, after] of laws) {
    const [old, now] = [book(law(before)), book(law(after))];
    const judges = [openJudge(old, on), openJudge(now, on)] as const;
    const ground = { judges, vocabularies: [VOCABULARY, VOCABULARY] as const, zone: 'Etc/UTC', on };
    for (const { target, witness } of hunt(law(before), law(after)).searches) {
      expect(witness).toBeDefined();
      if (witness === undefined) continue;
      const [a, b] = verdictsOn(target, witness.dossier, ground);
      expect([a, b]).toEqual([witness.before, witness.after]);
      for (const leaf of leavesOfDossier(witness.dossier)) {
        const [x, y] = verdictsOn(target, drop(witness.dossier, leaf.at), ground);
        expect(x).toEqual(y);
      }
    }
  }
});

function drop(dossier: Dossier, at: readonly (string | number)[]): Dossier {
  const copy = structuredClone(dossier) as Record<string | number, unknown>;
  const holder = at
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>((part, key) => part[key] as never, copy);
  delete holder[at.at(-1) ?? ''];
  return copy as Dossier;
}
