import { describe, expect, it } from 'vitest';
import type { RawFile } from './origin.ts';
import { parsePack } from './parse-pack.ts';

const HEAD = {
  pack: 'xx',
  kind: 'authority',
  name: 'Land',
  jurisdiction: 'XX',
  zone: 'UTC',
  version: '2026.01.01',
  readiness: 'ready',
  regulator: { name: 'Council', url: 'https://example.org' },
  languages: ['en'],
};
const SOURCE = {
  source: 'law',
  title: 'The act',
  publisher: 'Parliament',
  url: 'https://example.org/act',
  published: '2019',
  lang: 'en',
  grade: 'A',
};
const CITE = { source: 'law', locator: 's. 1', seen: '2025-05-01' };
const RULE = {
  rule: 'xx.degree.years',
  title: 'T',
  kind: 'degree',
  text: 'x',
  versions: [
    {
      version: '1',
      recordedAt: '2026-01-01',
      reviewBy: '2027-01-01',
      cite: [CITE],
      when: { fact: 'pmq.years', atLeast: 6, cite: [{ ...CITE, grade: 'C', lang: 'fr' }] },
    },
  ],
};
const ROUTE = {
  route: 'xx.full',
  title: 'T',
  for: 'all',
  grants: 'xx.full',
  cite: [CITE],
  requirements: ['xx.degree.years'],
};
const STEP = {
  step: 'step.xx.study',
  title: 'T',
  text: 'x',
  kind: 'training',
  controller: 'self',
  requires: [],
  effects: [],
  cite: [CITE],
  cost: { amount: 5, currency: 'EUR', asOf: '2021', cite: [CITE] },
};
const CASE = {
  rule: 'xx.degree.years',
  case: 'c',
  sentence: 's',
  given: { pmq: { years: 6 } },
  expect: { verdict: 'met' },
};

const FILES: Readonly<Record<string, unknown>> = {
  'pack.yaml': HEAD,
  'sources.yaml': [SOURCE],
  'rules/degree.yaml': [RULE],
  'routes/full.yaml': [ROUTE],
  'steps/steps.yaml': [STEP],
  'cases/degree.yaml': [CASE],
  'stories/one.yaml': { story: 's', on: '2026-01-01', dossier: {}, expect: { 'xx.full': 'open' } },
  'traceability.yaml': { sheet: 'xx', lines: [{ line: 'a/b', not: 'x' }] },
};
const parse = (changes: Readonly<Record<string, unknown>> = {}) => {
  const files: readonly RawFile[] = Object.entries({ ...FILES, ...changes }).flatMap(([name, value]) =>
    value === undefined ? [] : [{ file: `jurisdictions/xx/${name}`, value }],
  );
  return parsePack(files, 'jurisdictions/xx');
};
const lines = (changes: Readonly<Record<string, unknown>>): readonly string[] =>
  parse(changes).problems.map(
    ({ code, file, at }) => `${code} ${file.replace('jurisdictions/xx/', '')} ${at.join('/')}`,
  );

describe('a sound pack', () => {
  it('is read whole, without problems', () => {
    const { pack, problems, suite } = parse();
    expect(problems).toEqual([]);
    expect(pack).toMatchObject({ pack: 'xx', uses: [], openQuestions: [], tables: [] });
    expect(suite.cases.map(({ value }) => value.case)).toEqual(['c']);
    expect(suite.stories.map(({ value }) => value.story)).toEqual(['s']);
    expect(suite.traceability.map(({ value }) => value.sheet)).toEqual(['xx']);
  });

  it('has in every citation what its source says once; what the citation says itself wins', () => {
    const filled = { url: SOURCE.url, published: '2019', lang: 'en', grade: 'A', ...CITE };
    const { pack } = parse();
    expect(pack?.rules[0]?.versions[0]?.cite).toEqual([filled]);
    expect(pack?.rules[0]?.versions[0]?.when.cite).toEqual([{ ...filled, grade: 'C', lang: 'fr' }]);
    expect(pack?.steps[0]?.cost?.cite).toEqual([filled]);
  });

  it('has empty lists where a route leaves them out', () => {
    expect(parse().pack?.routes[0]).toMatchObject({ scope: [], discretion: [], notes: [], finally: [] });
  });

  it('tells where each thing was written', () => {
    const { origins } = parse({
      'rules/a.yaml': [
        { ...RULE, rule: 'xx.a' },
        { ...RULE, rule: 'xx.b' },
      ],
    });
    expect(origins.get('rule:xx.b')).toEqual({ file: 'jurisdictions/xx/rules/a.yaml', at: [1] });
    expect(origins.get('case:jurisdictions/xx/cases/degree.yaml#0')).toEqual({
      file: 'jurisdictions/xx/cases/degree.yaml',
      at: [0],
    });
    expect(origins.get('pack:xx')).toEqual({ file: 'jurisdictions/xx/pack.yaml', at: [] });
  });
});

describe('a faulty pack is told, with file and path', () => {
  const faults: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly string[]])[] = [
    ['no pack.yaml', { 'pack.yaml': undefined }, ['PACK_FILE_MISSING pack.yaml ']],
    ['a file of no known kind', { 'notes/x.yaml': [] }, ['PACK_FILE_UNKNOWN notes/x.yaml ']],
    [
      'an unknown key of the pack',
      { 'pack.yaml': { ...HEAD, colour: 'red' } },
      ['PACK_KEY_UNKNOWN pack.yaml colour'],
    ],
    [
      'a missing key of a rule',
      { 'rules/degree.yaml': [(({ title: _title, ...rest }) => rest)(RULE)] },
      ['PACK_KEY_MISSING rules/degree.yaml 0'],
    ],
    [
      'a rule without versions',
      { 'rules/degree.yaml': [{ ...RULE, versions: [] }] },
      ['PACK_EMPTY rules/degree.yaml 0/versions'],
    ],
    [
      'a citation of no source',
      {
        'rules/degree.yaml': [
          { ...RULE, versions: [{ ...RULE.versions[0], cite: [{ ...CITE, source: 'lore' }] }] },
        ],
      },
      ['PACK_SOURCE_UNKNOWN rules/degree.yaml 0/versions/0/cite/0/source'],
    ],
    ['two rules of one id', { 'rules/more.yaml': [RULE] }, ['PACK_DUPLICATE rules/more.yaml 0']],
    ['two sources of one id', { 'sources.yaml': [SOURCE, SOURCE] }, ['PACK_DUPLICATE sources.yaml 1']],
    [
      'a step whose id is none',
      { 'steps/steps.yaml': [{ ...STEP, step: 'xx.study' }] },
      ['PACK_VALUE steps/steps.yaml 0/step'],
    ],
    [
      'a step that requires nothing known',
      { 'steps/steps.yaml': [{ ...STEP, requires: [{ exam: 'x' }] }] },
      [
        'PACK_KEY_UNKNOWN steps/steps.yaml 0/requires/0/exam',
        'PACK_KEY_MISSING steps/steps.yaml 0/requires/0',
      ],
    ],
    [
      'a price in no currency',
      { 'steps/steps.yaml': [{ ...STEP, cost: { ...STEP.cost, currency: 'euro' } }] },
      ['PACK_VALUE steps/steps.yaml 0/cost/currency'],
    ],
    [
      'a zone that is none',
      { 'pack.yaml': { ...HEAD, zone: 'Europe/Londn' } },
      ['PACK_VALUE pack.yaml zone'],
    ],
    [
      'an address that is none',
      { 'pack.yaml': { ...HEAD, regulator: { name: 'C', url: 'www.example.org' } } },
      ['PACK_VALUE pack.yaml regulator/url'],
    ],
    [
      'a verdict that is none',
      { 'cases/degree.yaml': [{ ...CASE, expect: { verdict: 'true' } }] },
      ['PACK_VALUE cases/degree.yaml 0/expect/verdict'],
    ],
    [
      'a status that is none',
      { 'stories/one.yaml': { story: 's', on: '2026-01-01', dossier: {}, expect: { 'xx.full': 'met' } } },
      ['PACK_VALUE stories/one.yaml expect/xx.full'],
    ],
    [
      'a day that YAML took for a number',
      { 'rules/degree.yaml': [{ ...RULE, versions: [{ ...RULE.versions[0], recordedAt: 2026 }] }] },
      ['PACK_TYPE rules/degree.yaml 0/versions/0/recordedAt'],
    ],
    [
      'a key that every object has',
      { 'pack.yaml': JSON.parse('{"__proto__": {}, "toString": 1}') },
      expect.arrayContaining([
        'PACK_KEY_UNKNOWN pack.yaml __proto__',
        'PACK_KEY_UNKNOWN pack.yaml toString',
      ]) as unknown as readonly string[],
    ],
  ];
  it.each(faults)('%s', (_name, changes, told) => {
    expect(lines(changes)).toEqual(told);
  });

  it('and no half of it is given: wrong law answers wrongly', () => {
    expect(parse({ 'rules/more.yaml': [{ rule: 'xx.bad' }] }).pack).toBeUndefined();
    expect(parse({ 'sources.yaml': [] }).pack).toBeUndefined();
  });

  it('but a broken case or story leaves the law whole', () => {
    expect(parse({ 'cases/degree.yaml': [{ rule: 'x' }], 'traceability.yaml': 7 }).pack).toBeDefined();
  });
});
