import { expect, it } from 'vitest';
import { parseVocabulary } from './parse-vocabulary.ts';

const fact = { label: 'L', definition: 'x', standard: 'own' };
const COUNTRIES = {
  codes: 'countries',
  label: 'Country',
  open: false,
  entries: [{ code: 'AA', label: 'A' }],
};
const PERSON = {
  section: 'person',
  kind: 'singular',
  label: 'You',
  definition: 'x',
  facts: { a: { type: 'boolean', ...fact } },
};
const EXAMS = { codes: 'exams', label: 'E', open: true, entries: [{ code: 'one', label: '1' }] };
const STEP = {
  step: 'step.common.form',
  title: 'T',
  text: 'x',
  kind: 'application',
  controller: 'self',
  requires: [],
  effects: [],
  cite: [],
};
const parse = (files: Readonly<Record<string, unknown>>) =>
  parseVocabulary(
    Object.entries(files).map(([name, value]) => ({ file: `vocabulary/${name}`, value })),
    'vocabulary',
    COUNTRIES,
  );
const lines = (files: Readonly<Record<string, unknown>>): readonly string[] =>
  parse(files).problems.map(
    ({ code, file, at }) => `${code} ${file.replace('vocabulary/', '')} ${at.join('/')}`,
  );

it('parts of a section and of a code list are joined, whichever file comes first', () => {
  const part = { section: 'person', kind: 'singular', facts: { b: { type: 'day', ...fact } } };
  const more = { ...EXAMS, entries: [{ code: 'two', label: '2' }] };
  const { vocabulary, problems, commonSteps } = parse({
    'sections/a.yaml': [part],
    'sections/z.yaml': [PERSON],
    'codes/a.yaml': [EXAMS],
    'codes/b.yaml': [more],
    'groups/g.yaml': [{ group: 'g', codes: 'countries', label: 'G', members: [{ code: 'AA' }] }],
    'steps.yaml': [STEP],
  });
  expect(problems).toEqual([]);
  expect(Object.keys(vocabulary.sections.get('person')?.facts ?? {}).sort()).toEqual(['a', 'b']);
  expect(vocabulary.sections.get('person')?.label).toBe('You');
  expect(vocabulary.codeLists.get('exams')?.entries.map(({ code }) => code)).toEqual(['one', 'two']);
  expect(vocabulary.codeLists.get('countries')).toEqual(COUNTRIES);
  expect([...vocabulary.groups.keys()]).toEqual(['g']);
  expect(commonSteps.map(({ step }) => step)).toEqual(['step.common.form']);
});

const faults: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly string[]])[] = [
  [
    'a fact defined twice',
    { 'sections/a.yaml': [PERSON], 'sections/b.yaml': [{ ...PERSON }] },
    ['PACK_DUPLICATE sections/b.yaml 0/facts/a'],
  ],
  ['a code defined twice', { 'codes/a.yaml': [EXAMS, EXAMS] }, ['PACK_DUPLICATE codes/a.yaml 1/entries/0']],
  [
    'a country once more',
    { 'codes/a.yaml': [{ ...COUNTRIES }] },
    ['PACK_DUPLICATE codes/a.yaml 0/entries/0'],
  ],
  [
    'a group defined twice',
    {
      'groups/a.yaml': [1, 2].map(() => ({
        group: 'g',
        codes: 'countries',
        label: 'G',
        members: [{ code: 'AA' }],
      })),
    },
    ['PACK_DUPLICATE groups/a.yaml 1'],
  ],
  ['a step defined twice', { 'steps.yaml': [STEP, STEP] }, ['PACK_DUPLICATE steps.yaml 1']],
  [
    'a section of two kinds',
    { 'sections/a.yaml': [PERSON, { section: 'person', kind: 'list', facts: {} }] },
    ['PACK_CONFLICT sections/a.yaml 1/kind'],
  ],
  [
    'a list with two keys',
    {
      'sections/a.yaml': [
        { ...PERSON, section: 'exams', kind: 'list', key: 'a' },
        { section: 'exams', kind: 'list', key: 'b', facts: {} },
      ],
    },
    ['PACK_CONFLICT sections/a.yaml 1/key'],
  ],
  [
    'a code list both open and not',
    { 'codes/a.yaml': [EXAMS, { ...EXAMS, open: false, entries: [] }] },
    ['PACK_CONFLICT codes/a.yaml 1/open'],
  ],
  [
    'a section that nobody describes',
    { 'sections/a.yaml': [{ section: 'person', kind: 'singular', facts: {} }] },
    ['PACK_KEY_MISSING sections/a.yaml 0'],
  ],
  [
    'a fact without a type',
    { 'sections/a.yaml': [{ ...PERSON, facts: { a: fact } }] },
    ['PACK_KEY_MISSING sections/a.yaml 0/facts/a'],
  ],
  [
    'a number without a unit',
    { 'sections/a.yaml': [{ ...PERSON, facts: { a: { type: 'number', ...fact } } }] },
    ['PACK_KEY_MISSING sections/a.yaml 0/facts/a'],
  ],
  [
    'a boolean with codes',
    { 'sections/a.yaml': [{ ...PERSON, facts: { a: { type: 'boolean', codes: 'exams', ...fact } } }] },
    ['PACK_KEY_UNKNOWN sections/a.yaml 0/facts/a/codes'],
  ],
  [
    'a code that YAML took for false',
    { 'codes/a.yaml': [{ ...EXAMS, entries: [{ code: false, label: 'Norway' }] }] },
    ['PACK_TYPE codes/a.yaml 0/entries/0/code'],
  ],
  ['a file of no known kind', { 'words/a.yaml': [] }, ['PACK_FILE_UNKNOWN words/a.yaml ']],
];
it.each(faults)('%s is told', (_name, files, told) => {
  expect(lines(files)).toEqual(told);
});
