import { describe, expect, it } from 'vitest';
import type { Node } from '../language/nodes.ts';
import type { RuleCase, Story } from '../language/suite.ts';
import { referenceEvaluator } from '../reference/reference-evaluator.ts';
import { CITE, pack, rule, SILENT, step, VOCABULARY, version } from '../small-law.fixture.ts';
import { makeBench } from './bench.ts';
import { runCase } from './run-case.ts';
import { runStory } from './run-story.ts';

const NODE: Node = {
  any: [
    { id: 'long', fact: 'pmq.years', atLeast: 6, cure: ['step.xx.study'] },
    {
      id: 'exam',
      some: { list: 'exams', where: { fact: 'its.exam', equals: 'one' } },
      waiver: 'the council may',
    },
  ],
};
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
};
const law = pack([rule('xx.rule', version(NODE, { inForce: { from: '2020-01-01' } }))], {
  steps: [step('step.xx.study')],
  routes: [route],
});
const bench = makeBench({
  packs: [law],
  vocabulary: VOCABULARY,
  commonSteps: [],
  schools: () => undefined,
  registry: SILENT,
  evaluator: referenceEvaluator,
});
const NO_EXAMS = { exams: { complete: true, entries: [] } };
const failuresOf = (
  given: object,
  expected: RuleCase['expect'],
  more: Partial<RuleCase> = {},
): readonly string[] =>
  runCase(bench, law, {
    rule: 'xx.rule',
    case: 'c',
    sentence: 's',
    given: given as RuleCase['given'],
    expect: expected,
    ...more,
  });

describe('a case holds when everything it says is so', () => {
  const holding: readonly (readonly [string, object, RuleCase['expect'], Partial<RuleCase>])[] = [
    ['met, and by which node', { pmq: { years: 6 } }, { verdict: 'met', because: ['long'] }, {}],
    [
      'not met, curable, with a waiver',
      { pmq: { years: 5 }, ...NO_EXAMS },
      { verdict: 'notMet', remedy: 'curable', waiver: true, because: ['long', 'exam'] },
      {},
    ],
    [
      'unknown, and what is asked, in any order',
      {},
      { verdict: 'unknown', ask: ['pmq.years', 'exams[exam=one]'], reasons: ['notSaid'] },
      {},
    ],
    [
      'unknown before the law was researched',
      { pmq: { years: 6 } },
      { verdict: 'unknown', reasons: ['notResearched'], ask: [] },
      { on: '2019-12-31' },
    ],
    [
      'unknown before the rule was recorded',
      { pmq: { years: 6 } },
      { verdict: 'unknown', reasons: ['notResearched'] },
      { knownOn: '1999-12-31' },
    ],
    ['the long form of the degree', { qualifications: [{ id: 'md', years: 6 }] }, { verdict: 'met' }, {}],
    [
      'entries without ids',
      { pmq: { years: 5 }, exams: { entries: [{ exam: 'one' }] } },
      { verdict: 'met', because: ['exam'] },
      {},
    ],
  ];
  it.each(holding)('%s', (_name, given, expected, more) => {
    expect(failuresOf(given, expected, more)).toEqual([]);
  });
});

describe('a case fails when one thing it says is not so', () => {
  const failing: readonly (readonly [string, object, RuleCase['expect'], string])[] = [
    ['the verdict', { pmq: { years: 6 } }, { verdict: 'notMet' }, 'verdict is met, expected notMet'],
    [
      'the remedy',
      { pmq: { years: 5 }, ...NO_EXAMS },
      { verdict: 'notMet', remedy: 'final' },
      'remedy is curable, expected final',
    ],
    [
      'a remedy of what is met',
      { pmq: { years: 6 } },
      { verdict: 'met', remedy: 'curable' },
      'remedy is none, expected curable',
    ],
    [
      'what is asked',
      {},
      { verdict: 'unknown', ask: ['pmq.years'] },
      'asks exams[exam=one], pmq.years, expected pmq.years',
    ],
    [
      'that nothing is asked',
      {},
      { verdict: 'unknown', ask: [] },
      'asks exams[exam=one], pmq.years, expected nothing',
    ],
    [
      'the node that decided',
      { pmq: { years: 6 } },
      { verdict: 'met', because: ['exam'] },
      'exam did not decide',
    ],
    [
      'a node that is not there',
      { pmq: { years: 6 } },
      { verdict: 'met', because: ['none'] },
      'none did not decide',
    ],
    ['the reason', {}, { verdict: 'unknown', reasons: ['disputed'] }, 'reasons notSaid, expected disputed'],
    [
      'what it is independent of',
      { pmq: { years: 6 } },
      { verdict: 'met', independentOf: ['pmq.years'] },
      'independent of nothing, expected pmq.years',
    ],
    [
      'that no waiver is possible',
      { pmq: { years: 5 }, ...NO_EXAMS },
      { verdict: 'notMet', waiver: false },
      'a waiver is possible',
    ],
    [
      'that a waiver is possible',
      { pmq: { years: 6 } },
      { verdict: 'met', waiver: true },
      'a waiver is not possible',
    ],
  ];
  it.each(failing)('%s', (_name, given, expected, message) => {
    expect(failuresOf(given, expected)[0]).toBe(message);
  });

  it('and shows how each node stood', () => {
    expect(failuresOf({ pmq: { years: 5 } }, { verdict: 'met' })).toEqual([
      'verdict is unknown, expected met',
      '? any [notSaid, exams[exam=one]]',
      '  ✗ long: {fact:pmq.years,atLeast:6} [curable]',
      '  ? exam: {some:{list:exams,where:{fact:its.exam,equals:one}}} [notSaid, exams[exam=one]]',
    ]);
  });
});

describe('a story', () => {
  const story = (more: Partial<Story>): Story => ({
    story: 's',
    on: '2026-01-01',
    dossier: { qualifications: [{ id: 'md', years: 6 }] },
    expect: { 'xx.route': 'open' },
    ...more,
  });
  it('holds when every route stands as it says, and counts what is decided', () => {
    expect(runStory(bench, law, story({}))).toEqual({ problems: [], decided: 1, unknown: 0 });
    expect(runStory(bench, law, story({ dossier: {}, expect: { 'xx.route': 'withSteps' } }))).toEqual({
      problems: [],
      decided: 0,
      unknown: 1,
    });
  });
  it('fails with the route, and how its rules stood', () => {
    expect(runStory(bench, law, story({ expect: { 'xx.route': 'closed' } })).problems).toEqual([
      'xx.route is open, expected closed',
      '  xx.rule: met',
    ]);
  });
  it('fails when it is silent about a route', () => {
    expect(runStory(bench, law, story({ expect: {} })).problems).toEqual([
      'xx.route is open; the story does not say how it stands',
    ]);
  });
});
