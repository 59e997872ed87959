import { expect, it } from 'vitest';
import type { Pack } from '../language/pack.ts';
import type { PackSuite, RuleCase, Story } from '../language/suite.ts';
import { CITE, pack, rule, version } from '../small-law.fixture.ts';
import { lintOf, NO_SUITE, said } from './lint.fixture.ts';

const route = (id: string) =>
  ({
    route: id,
    title: 'R',
    for: 'all',
    grants: 'full',
    cite: CITE,
    scope: [],
    requirements: ['xx.rule'],
    discretion: [],
    notes: [],
    finally: [],
  }) as const;
const law = pack([rule('xx.rule', version({ fact: 'person.a', equals: true }))], {
  routes: [route('xx.one'), route('xx.two')],
});
const ruleCase = (more: Partial<RuleCase> = {}): RuleCase => ({
  rule: 'xx.rule',
  case: 'c',
  sentence: 's',
  given: { person: { a: true } },
  expect: { verdict: 'met' },
  ...more,
});
const story = (more: Partial<Story> = {}): Story => ({
  story: 's',
  on: '2026-01-01',
  dossier: {},
  expect: { 'xx.one': 'open', 'xx.two': 'closed' },
  ...more,
});
const suite = (cases: readonly RuleCase[], stories: readonly Story[] = []): PackSuite => ({
  ...NO_SUITE,
  cases: cases.map((value, index) => ({ value, origin: { file: 'c.yaml', at: [index] } })),
  stories: stories.map((value, index) => ({ value, origin: { file: `s${index}.yaml`, at: [] } })),
});
const suiteSays = (tests: PackSuite): readonly string[] =>
  said(lintOf(law, { suite: tests }), 'LINT_CASE_RULE', 'LINT_DOSSIER', 'LINT_STORY_ROUTES');

const given = (value: object): RuleCase => ruleCase({ given: value as RuleCase['given'] });
const faulty: readonly (readonly [string, RuleCase, string])[] = [
  ['a rule that is not there', ruleCase({ rule: 'xx.rul' }), 'LINT_CASE_RULE case:c.yaml#0/rule'],
  ['a misspelt fact', given({ person: { aa: true } }), 'LINT_DOSSIER case:c.yaml#0/given/person/aa'],
  ['a misspelt section', given({ persons: { a: true } }), 'LINT_DOSSIER case:c.yaml#0/given/persons'],
  ['a value of another type', given({ person: { a: 'yes' } }), 'LINT_DOSSIER case:c.yaml#0/given/person/a'],
  [
    'a code that does not exist',
    given({ exams: { entries: [{ exam: 'four' }] } }),
    'LINT_DOSSIER case:c.yaml#0/given/exams/entries/0/exam',
  ],
  [
    'a misspelt fact of the degree in short form',
    given({ pmq: { graduateOn: '2019' } }),
    'LINT_DOSSIER case:c.yaml#0/given/pmq/graduateOn',
  ],
  [
    'a fact that is computed',
    given({ application: { on: '2019' } }),
    'LINT_DOSSIER case:c.yaml#0/given/application',
  ],
];
it.each(faulty)('a case with %s would test nothing and is told', (_name, value, line) => {
  expect(suiteSays(suite([value]))).toEqual([line]);
});

it('a case may leave out ids, and try what no life holds; a story may not', () => {
  const reversed = { qualifications: [{ id: 'md', enrolledOn: '2019', graduatedOn: '2010' }] };
  expect(suiteSays(suite([given({ exams: { entries: [{ exam: 'one' }] } }), given(reversed)]))).toEqual([]);
  expect(suiteSays(suite([], [story({ dossier: reversed })]))).toEqual([
    'LINT_DOSSIER case:s0.yaml#0/dossier/qualifications/0/graduatedOn',
  ]);
});

it('a story says how every route of the pack stands, and no other', () => {
  expect(suiteSays(suite([], [story()]))).toEqual([]);
  expect(suiteSays(suite([], [story({ expect: { 'xx.one': 'open' } })]))).toEqual([
    'LINT_STORY_ROUTES case:s0.yaml#0/expect',
  ]);
  expect(
    suiteSays(suite([], [story({ expect: { 'xx.one': 'open', 'xx.two': 'open', 'xx.three': 'open' } })])),
  ).toEqual(['LINT_STORY_ROUTES case:s0.yaml#0/expect/xx.three']);
});

it('a pack has twelve cases, or six where it only shows the steps, and two stories; a ready one has routes that open and close', () => {
  const few = (readiness: Pack['readiness'], cases: number, stories: readonly Story[]) =>
    lintOf(
      { ...law, readiness },
      {
        suite: suite(
          Array.from({ length: cases }, () => ruleCase()),
          stories,
        ),
      },
    )
      .filter(({ code }) => code === 'LINT_CASES_FEW' || code === 'LINT_STORIES_FEW')
      .map(({ severity, code }) => `${severity} ${code}`);
  const bothWays = [story(), story()];
  const openOnly = [
    story({ expect: { 'xx.one': 'open', 'xx.two': 'open' } }),
    story({ expect: { 'xx.one': 'open', 'xx.two': 'open' } }),
  ];
  expect(few('ready', 12, bothWays)).toEqual([]);
  expect(few('ready', 11, bothWays)).toEqual(['error LINT_CASES_FEW']);
  expect(few('ready', 12, [story()])).toEqual(['error LINT_STORIES_FEW']);
  expect(few('ready', 12, openOnly)).toEqual(['error LINT_STORIES_FEW']);
  expect(few('with-unknowns', 12, openOnly)).toEqual([]);
  expect(few('with-unknowns', 11, [story()])).toEqual(['error LINT_CASES_FEW', 'error LINT_STORIES_FEW']);
  expect(few('steps-only', 6, openOnly)).toEqual([]);
  expect(few('steps-only', 5, openOnly)).toEqual(['error LINT_CASES_FEW']);
});
