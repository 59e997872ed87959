import { describe, expect, it } from 'vitest';
import { expectOk, parseDay } from '../../kernel/index.ts';
import type { AuthorityResult } from '../assessment.ts';
import { compiledEvaluator } from '../compiled/compiled-evaluator.ts';
import type { Dossier } from '../facts/dossier.ts';
import type { Pack, Route } from '../language/pack.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { referenceEvaluator } from '../reference/reference-evaluator.ts';
import { CITE, pack, rule, SILENT, step, VOCABULARY, version } from '../small-law.fixture.ts';
import { assess } from './assess.ts';

const classes = {
  codes: 'licence-classes',
  label: 'Class',
  open: true,
  entries: [
    { code: 'full', label: 'Full', independent: true },
    { code: 'limited', label: 'Limited', independent: false },
  ],
};
const WORDS: Vocabulary = {
  ...VOCABULARY,
  codeLists: new Map(VOCABULARY.codeLists).set('licence-classes', classes),
};

const route = (id: string, more: Partial<Route> = {}): Route => ({
  route: id,
  title: id,
  for: 'anybody',
  grants: 'full',
  cite: CITE,
  scope: [],
  requirements: [],
  discretion: [],
  notes: [],
  finally: [],
  ...more,
});

const RULES = [
  rule('xx.a', version({ fact: 'person.a', equals: true })),
  rule('xx.b', version({ fact: 'person.b', equals: true, cure: ['step.b'] })),
  rule('xx.c', version({ fact: 'person.c', equals: true, cure: ['step.c'] })),
  rule('xx.hours', version({ fact: 'pmq.hours', atLeast: 5000 })),
];
const STEPS = [step('step.b', { requires: [{ rule: 'xx.a' }] }), step('step.c', { controller: 'selection' })];

const law = (...routes: readonly Route[]): Pack => pack(RULES, { routes, steps: STEPS });

describe.each([
  ['reference', referenceEvaluator],
  ['compiled', compiledEvaluator],
])('one authority, judged by the %s back end', (_name, evaluator) => {
  const judge = (book: Pack, dossier: Dossier, on = '2026-01-01'): AuthorityResult => {
    const day = expectOk(parseDay(on), 'a day of a test');
    const input = { vocabulary: WORDS, commonSteps: [], packs: [book], hashes: new Map() };
    const { authorities } = assess({
      book: input,
      dossier,
      schools: () => undefined,
      registry: SILENT,
      on: day,
      knownOn: day,
      evaluator,
    });
    return authorities[0] as AuthorityResult;
  };

  it.each([
    ['everything met', { a: true, b: true }, 'open'],
    ['a cure that can be taken', { a: true, b: false }, 'withSteps'],
    ['a cure that can never be taken', { a: false, b: false }, 'closed'],
    ['a condition nobody can change', { a: false, b: true }, 'closed'],
    ['nothing said of a final condition', { b: true }, 'unknown'],
  ])('%s', (_case, person, status) => {
    const book = law(route('xx.main', { requirements: ['xx.a', 'xx.b'] }));
    expect(judge(book, { person }).status).toBe(status);
  });

  it('says that a route is for others, apart from one that she fails', () => {
    const book = law(
      route('xx.others', { scope: ['xx.a'], requirements: ['xx.b'] }),
      route('xx.hers', { requirements: ['xx.a'] }),
    );
    const because = judge(book, { person: { a: false, b: true } }).routes.map((each) => each.closedBecause);
    expect(because).toEqual(['notYourRoute', 'requirement']);
  });

  it('closes a route outside the time in which it exists', () => {
    const book = law(route('xx.past', { inForce: { to: '2025-01-01' } }));
    expect(judge(book, {}, '2024-12-31').status).toBe('open');
    expect(judge(book, {}, '2025-01-01')).toMatchObject({
      status: 'closed',
      routes: [{ closedBecause: 'notInForce' }],
    });
  });

  it('takes its status from independent practice and gives restricted classes a badge', () => {
    const book = law(
      route('xx.limited', { grants: 'limited' }),
      route('xx.full', { requirements: ['xx.a'] }),
    );
    expect(judge(book, { person: { a: false } })).toMatchObject({
      status: 'closed',
      restrictedStatus: 'open',
      bestRoute: 'xx.full',
    });
  });

  it('judges each degree by itself and names the one that counts', () => {
    const book = law(route('xx.hours', { requirements: ['xx.hours'] }));
    const qualifications = [
      { id: 'short', hours: 4000 },
      { id: 'long', hours: 6000 },
    ];
    expect(judge(book, { qualifications })).toMatchObject({ status: 'open', basis: 'long' });
  });

  it('says "if selected" only where no way avoids a selection', () => {
    const selected = law(route('xx.main', { requirements: ['xx.c'] }));
    expect(judge(selected, { person: { c: false } })).toMatchObject({
      status: 'withSteps',
      ifSelected: true,
    });
    expect(judge(selected, { person: { c: true } })).toMatchObject({ status: 'open', ifSelected: false });
  });

  it('shows the route of which most is met, among equals, and none that is for others', () => {
    const book = law(
      route('xx.others', { scope: ['xx.a'] }),
      route('xx.far', { requirements: ['xx.a', 'xx.hours'] }),
      route('xx.near', { requirements: ['xx.a', 'xx.c'] }),
    );
    const dossier = { person: { a: false, c: true }, qualifications: [{ id: 'degree', hours: 4000 }] };
    expect(judge(book, dossier)).toMatchObject({ status: 'closed', bestRoute: 'xx.near' });
  });

  it('keeps a condition left to the authority out of the status', () => {
    const discretion = [{ id: 'character', text: 'Good character.', cite: CITE }];
    expect(judge(law(route('xx.main', { discretion })), {})).toMatchObject({
      status: 'open',
      authorityDecides: true,
    });
  });

  it('tells on what it hangs whether something not met can still be met', () => {
    const book = law(route('xx.main', { requirements: ['xx.b'] }));
    const [main] = judge(book, { person: { b: false } }).routes;
    expect(main).toMatchObject({ status: 'unknown', decidingQuestions: ['person.a'] });
    expect(main?.requirements[0]).toMatchObject({
      verdict: 'notMet',
      remedy: 'undetermined',
      reasons: ['notSaid'],
      missing: ['person.a'],
    });
  });
});
