import { describe, expect, it } from 'vitest';
import type { Pack, RuleVersion, Source } from '../language/pack.ts';
import { CITE, pack, rule, step, version } from '../small-law.fixture.ts';
import { inputOf, lintOf, said } from './lint.fixture.ts';
import { lintPack } from './lint-packs.ts';

const SOURCE: Source = {
  source: 'fiction',
  title: 'T',
  publisher: 'P',
  url: 'https://example.org',
  lang: 'en',
  grade: 'A',
};
const of = (more: Partial<RuleVersion> = {}) =>
  rule('xx.rule', version({ fact: 'person.a', equals: true }, more));
const route = {
  route: 'xx.route',
  title: 'R',
  for: 'all',
  grants: 'full',
  cite: CITE,
  scope: [],
  requirements: ['xx.rule'],
  discretion: [],
  notes: [],
  finally: [],
} as const;
const base = pack([of()], { sources: [SOURCE], routes: [route] });
const citationsOf = (more: Partial<Pack>, today?: string): readonly string[] =>
  said(
    lintOf({ ...base, ...more }, today === undefined ? {} : { today }),
    'LINT_CITE_MISSING',
    'LINT_SOURCE_DEAD',
    'LINT_REVIEW_PASSED',
    'LINT_TRANSLATION',
    'LINT_OPEN_QUESTION',
  );

it('a pack that cites all it says, and uses all it cites, has nothing to mend', () => {
  expect(citationsOf({})).toEqual([]);
});

const uncited: readonly (readonly [string, Partial<Pack>, string])[] = [
  ['a version', { rules: [of({ cite: [] })] }, 'LINT_CITE_MISSING rule:xx.rule/versions/0'],
  ['a route', { routes: [{ ...route, cite: [] }] }, 'LINT_CITE_MISSING route:xx.route'],
  [
    'a note',
    { routes: [{ ...route, notes: [{ id: 'n', text: 'x', cite: [] }] }] },
    'LINT_CITE_MISSING route:xx.route/notes/0',
  ],
  [
    'a condition left to the authority',
    { routes: [{ ...route, discretion: [{ id: 'n', text: 'x', cite: [] }] }] },
    'LINT_CITE_MISSING route:xx.route/discretion/0',
  ],
  [
    'a cost',
    { steps: [step('step.xx.one', { cost: { amount: 1, currency: 'EUR', asOf: '2026', cite: [] } })] },
    'LINT_CITE_MISSING step:step.xx.one/cost',
  ],
  [
    'a table',
    { tables: [{ table: 'xx.table', title: 'T', cite: [], columns: {}, rows: [] }] },
    'LINT_CITE_MISSING table:xx.table',
  ],
  [
    'a source that nothing cites',
    { sources: [SOURCE, { ...SOURCE, source: 'idle' }] },
    'LINT_SOURCE_DEAD source:xx/idle',
  ],
  [
    'a source that nobody can find',
    { sources: [(({ url: _url, ...rest }) => rest)(SOURCE)] },
    'LINT_SOURCE_DEAD source:xx/fiction',
  ],
  [
    'law in a language that the authority does not use',
    { rules: [of({ cite: [{ ...CITE[0], lang: 'de' }] })] },
    'LINT_TRANSLATION rule:xx.rule/versions/0/cite/0',
  ],
  [
    'a question that affects nothing',
    { openQuestions: [{ id: 'q', question: '?', affects: ['xx.rule', 'xx.none'] }] },
    'LINT_OPEN_QUESTION pack:xx/openQuestions/0/affects',
  ],
];
it.each(uncited)('%s is told', (_name, more, line) => {
  expect(citationsOf(more)).toEqual([line]);
});

it('a question nobody has answered needs no citation; an answer does', () => {
  expect(
    citationsOf({
      rules: [rule('xx.rule', version({ notResearched: '?' }, { cite: [] }))],
      sources: [],
      routes: [{ ...route, cite: CITE }],
    }),
  ).toEqual([]);
});

it('what is due to be read again is told from the day after', () => {
  const rules = [of({ reviewBy: '2026-11-22' })];
  expect(citationsOf({ rules }, '2026-11-22')).toEqual([]);
  expect(citationsOf({ rules }, '2026-11-23')).toEqual([
    'LINT_REVIEW_PASSED rule:xx.rule/versions/0/reviewBy',
  ]);
});

it('a translation that says whose it is, or a regime of many languages, is accepted', () => {
  const foreign = (translation?: 'own') => [
    of({ cite: [{ ...CITE[0], lang: 'de', ...(translation === undefined ? {} : { translation }) }] }),
  ];
  expect(citationsOf({ rules: foreign('own') })).toEqual([]);
  expect(citationsOf({ rules: foreign(), kind: 'regime' })).toEqual([]);
});

describe('an id of a source that stands in two packs', () => {
  const other = (source: Source) => ({ ...base, pack: 'aa', jurisdiction: 'AA', sources: [source] });
  const toldOf = (packs: readonly Pack[], law: Pack) =>
    lintPack(law, { ...inputOf(law), packs }).filter(({ code }) => code === 'LINT_SOURCE_TWICE');

  it('for one thing is accepted', () => {
    expect(toldOf([other({ ...SOURCE, lang: 'fr', grade: 'B' }), base], base)).toEqual([]);
  });
  it.each<readonly [string, Source]>([
    ['title', { ...SOURCE, title: 'Another' }],
    ['address', { ...SOURCE, url: 'https://example.org/other' }],
    ['official citation', { ...SOURCE, citation: 'Gazette 1' }],
  ])('for things that differ in the %s is an error of the later one', (_name, source) => {
    const first = other(source);
    expect(toldOf([first, base], first)).toEqual([]);
    expect(toldOf([first, base], base)).toMatchObject([
      {
        severity: 'error',
        subject: 'source:xx/fiction',
        at: ['source'],
        message: 'fiction is another source in aa.',
        mend: expect.stringContaining('xx-…'),
      },
    ]);
  });
});
