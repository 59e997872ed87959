import { expect, it } from 'vitest';
import type { FactDefinition, Vocabulary } from '../language/vocabulary.ts';
import { pack, step, VOCABULARY } from '../small-law.fixture.ts';
import { inputOf, lintOf, said } from './lint.fixture.ts';
import { lintVocabulary } from './lint-packs.ts';

const vocabularyOf = (change: Partial<{ [K in keyof Vocabulary]: Vocabulary[K] }>): readonly string[] => {
  const vocabulary = { ...VOCABULARY, ...change };
  return lintVocabulary({ ...inputOf(pack([])), vocabulary }).map(
    ({ code, subject, at }) => `${code} ${[subject, ...at].join('/')}`,
  );
};
const withSection = (name: string, facts: Record<string, FactDefinition>, key?: string) =>
  new Map(VOCABULARY.sections).set(name, {
    section: name,
    kind: 'list',
    label: name,
    definition: 'x',
    facts,
    ...(key === undefined ? {} : { key }),
  });
const own = { label: 'L', definition: 'x', standard: 'own' } as const;

it('the vocabulary of the tests is sound', () => {
  expect(vocabularyOf({})).toEqual([]);
});

it('a list of codes, a key, and the members of a group must exist', () => {
  expect(
    vocabularyOf({ sections: withSection('books', { kind: { type: 'code', codes: 'none', ...own } }) }),
  ).toEqual(['LINT_VOCABULARY section:books.kind/codes']);
  expect(
    vocabularyOf({ sections: withSection('books', { read: { type: 'boolean', ...own } }, 'read') }),
  ).toEqual(['LINT_VOCABULARY section:books/key']);
  expect(
    vocabularyOf({
      groups: new Map([
        ['g', { group: 'g', codes: 'countries', label: 'G', members: [{ code: 'AA' }, { code: 'ZZ' }] }],
      ]),
    }),
  ).toEqual(['LINT_CODE_UNKNOWN group:g/members/1']);
  expect(
    vocabularyOf({
      groups: new Map([['g', { group: 'g', codes: 'none', label: 'G', members: [{ code: 'AA' }] }]]),
    }),
  ).toEqual(['LINT_VOCABULARY group:g/codes']);
});

const CODES = ['LINT_LIST_UNKNOWN', 'LINT_FACT_UNKNOWN', 'LINT_FACT_PLACE', 'LINT_TYPE', 'LINT_CODE_UNKNOWN'];
const effects: readonly (readonly [string, Parameters<typeof step>[1], readonly string[]])[] = [
  [
    'an entry of a list, on the day it is done',
    { effects: [{ list: 'exams', entry: { exam: 'one', takenOn: 'stepDay' } }] },
    [],
  ],
  ['a fact', { effects: [{ fact: 'pmq.graduatedOn', value: 'stepDay' }] }, []],
  [
    'a list nobody declared',
    { effects: [{ list: 'exam', entry: {} }] },
    ['LINT_LIST_UNKNOWN step:step.xx.one/effects/0/list'],
  ],
  [
    'a field that the list lacks',
    { effects: [{ list: 'exams', entry: { score: 5 } }] },
    ['LINT_FACT_UNKNOWN step:step.xx.one/effects/0/entry/score'],
  ],
  [
    'a code that does not exist',
    { effects: [{ list: 'exams', entry: { exam: 'four' } }] },
    ['LINT_CODE_UNKNOWN step:step.xx.one/effects/0/entry/exam'],
  ],
  [
    'the step day where no day is meant',
    { effects: [{ list: 'exams', entry: { exam: 'stepDay' } }] },
    ['LINT_CODE_UNKNOWN step:step.xx.one/effects/0/entry/exam'],
  ],
  [
    'a fact of a list',
    { effects: [{ fact: 'exams.exam', value: 'one' }] },
    ['LINT_FACT_PLACE step:step.xx.one/effects/0/fact'],
  ],
  [
    'a value of another type',
    { effects: [{ fact: 'person.a', value: 'yes' }] },
    ['LINT_TYPE step:step.xx.one/effects/0/value'],
  ],
  [
    'an entry for each of no list',
    { effects: [{ list: 'exams', entry: {}, forEach: { list: 'none', field: 'x', as: 'exam' } }] },
    ['LINT_LIST_UNKNOWN step:step.xx.one/effects/0/forEach/list'],
  ],
  [
    'an entry for each, into no field',
    {
      effects: [{ list: 'exams', entry: {}, forEach: { list: 'licences', field: 'jurisdiction', as: 'x' } }],
    },
    ['LINT_FACT_UNKNOWN step:step.xx.one/effects/0/forEach/as'],
  ],
];
it.each(effects)('an effect: %s', (_name, more, lines) => {
  expect(said(lintOf(pack([], { steps: [step('step.xx.one', more)] })), ...CODES)).toEqual(lines);
});

it('a route of an authority grants a class of licence that says whether it is independent', () => {
  const route = (grants: string) => ({
    route: 'xx.route',
    title: 'R',
    for: 'all',
    grants,
    cite: [],
    scope: [],
    requirements: [],
    discretion: [],
    notes: [],
    finally: [],
  });
  const granted = (grants: string): readonly string[] =>
    lintOf(pack([], { routes: [route(grants)] }))
      .filter(({ code }) => code === 'LINT_GRANTS')
      .map(({ severity }) => severity);
  expect(granted('none')).toEqual(['error']);
  expect(granted('full')).toEqual(['warning']);
});
