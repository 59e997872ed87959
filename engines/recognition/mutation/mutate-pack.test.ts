import { describe, expect, it } from 'vitest';
import { makeBench } from '../cases/bench.ts';
import type { Node } from '../language/nodes.ts';
import type { Pack } from '../language/pack.ts';
import type { Equivalent, PackSuite, RuleCase, Story } from '../language/suite.ts';
import { referenceEvaluator } from '../reference/reference-evaluator.ts';
import { CITE, pack, rule, SILENT, step, VOCABULARY, version } from '../small-law.fixture.ts';
import { type MutationOptions, mutatePack } from './mutate-pack.ts';
import { sampleOf } from './sample.ts';

const years = (
  value: number,
  verdict: 'met' | 'notMet',
  more: Partial<RuleCase['expect']> = {},
): RuleCase => ({
  rule: 'xx.rule',
  case: `${value} years`,
  sentence: 's',
  given: { pmq: { years: value } } as RuleCase['given'],
  expect: { verdict, ...more },
});
const suiteOf = (
  cases: readonly RuleCase[],
  equivalents: readonly Equivalent[] = [],
  stories: readonly Story[] = [],
): PackSuite => ({
  cases: cases.map((value, index) => ({ value, origin: { file: 'c.yaml', at: [index] } })),
  stories: stories.map((value) => ({ value, origin: { file: 's.yaml', at: [] } })),
  equivalents: equivalents.map((value) => ({ value, origin: { file: 'e.yaml', at: [] } })),
  traceability: [],
});
const run = (law: Pack, suite: PackSuite, options: MutationOptions = {}) =>
  mutatePack(
    makeBench({
      packs: [law],
      vocabulary: VOCABULARY,
      commonSteps: [],
      schools: () => undefined,
      registry: SILENT,
      evaluator: referenceEvaluator,
    }),
    law,
    suite,
    options,
  );
const SIX: Node = { fact: 'pmq.years', atLeast: 6 };
const lawOf = (when: Node, more: Partial<Pack> = {}): Pack => pack([rule('xx.rule', version(when))], more);

describe('a threshold of six years', () => {
  const law = lawOf(SIX);

  it('is pinned down by the threshold, a little under it and a little over it', () => {
    const { score, survivors, killed } = run(law, suiteOf([years(6, 'met'), years(5.5, 'notMet')]));
    expect({ score, killed, survivors: survivors.map(({ id }) => id) }).toEqual({
      score: 1,
      killed: 4,
      survivors: [],
    });
  });

  it('is not pinned down by cases far from it', () => {
    const { score, survivors } = run(law, suiteOf([years(9, 'met'), years(2, 'notMet')]));
    expect(survivors.map(({ id }) => id)).toEqual([
      '1 /when atLeast → moreThan',
      '1 /when atLeast 6 → 5',
      '1 /when atLeast 6 → 7',
    ]);
    expect(score).toBe(1 / 4);
  });

  it('is pinned down by nothing without cases', () => {
    expect(run(law, suiteOf([])).score).toBe(0);
  });

  it('a case that does not hold on the rule as written tells nothing', () => {
    expect(run(law, suiteOf([years(6, 'notMet')])).score).toBe(0);
  });
});

it('a case of a rule that refers to the mutated one counts; a case of another does not', () => {
  const law = pack([
    rule('xx.rule', version(SIX)),
    rule('xx.upper', version({ rule: 'xx.rule' })),
    rule('xx.other', version({ fact: 'person.a', equals: true })),
  ]);
  const upper = suiteOf(
    [years(6, 'met'), years(5.5, 'notMet')].map((each) => ({ ...each, rule: 'xx.upper' })),
  );
  expect(run(law, upper).survivors.map((each) => each.rule)).toEqual(['xx.other']);
});

describe('what cures a rule', () => {
  const law = lawOf({ ...SIX, cure: ['step.xx.study'] }, { steps: [step('step.xx.study')] });
  it('is pinned down by a case that asserts the remedy', () => {
    const silent = run(law, suiteOf([years(6, 'met'), years(5.5, 'notMet')]));
    const told = run(law, suiteOf([years(6, 'met'), years(5.5, 'notMet', { remedy: 'curable' })]));
    expect(silent.survivors.map(({ id }) => id)).toEqual(['1 /when drop cure']);
    expect(told.survivors).toEqual([]);
  });
});

it('a story tells mutants apart by the status of a route', () => {
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
  const story = (value: number, status: 'open' | 'closed'): Story => ({
    story: 's',
    on: '2026-01-01',
    dossier: { qualifications: [{ id: 'md', years: value }] },
    expect: { 'xx.route': status },
  });
  expect(
    run(lawOf(SIX, { routes: [route] }), suiteOf([], [], [story(6, 'open'), story(5.5, 'closed')])).score,
  ).toBe(1);
  const twoDegrees: Story = {
    story: 's',
    on: '2026-01-01',
    dossier: {
      qualifications: [
        { id: 'short', years: 4 },
        { id: 'long', years: 6 },
      ],
    },
    expect: { 'xx.route': 'open' },
  };
  expect(run(lawOf(SIX, { routes: [route] }), suiteOf([], [], [twoDegrees])).killed).toBeGreaterThan(0);
});

describe('mutants listed as equal', () => {
  const law = lawOf({ all: [SIX, { fact: 'pmq.years', atLeast: 5 }] });
  const claim = (mutant: string): Equivalent => ({ rule: 'xx.rule', mutant, reason: 'because' });
  const cases = [years(6, 'met'), years(5.5, 'notMet'), years(4, 'notMet')];

  it('leave the score alone, and are proved where the cells are few', () => {
    const bare = run(law, suiteOf(cases));
    const listed = run(law, suiteOf(cases, [claim('1 /when drop 1')]));
    expect(bare.survivors.map(({ id }) => id)).toContain('1 /when drop 1');
    expect(listed).toMatchObject({ equivalent: 1, provedEqual: 1, wrongClaims: [], killed: bare.killed });
    expect(listed.score).toBeGreaterThan(bare.score);
  });

  it('and told apart by a case are wrong', () => {
    expect(run(law, suiteOf(cases, [claim('1 /when drop 0')])).wrongClaims).toEqual([
      { rule: 'xx.rule', mutant: '1 /when drop 0', problem: expect.stringContaining('5.5 years') },
    ]);
  });

  it('and told apart by no case but by some person are wrong too, and count as survivors do', () => {
    const { wrongClaims, equivalent, score } = run(law, suiteOf([], [claim('1 /when drop 0')]));
    expect(wrongClaims).toEqual([
      { rule: 'xx.rule', mutant: '1 /when drop 0', problem: 'not equal: they differ for pmq.years = 5' },
    ]);
    expect({ equivalent, score }).toEqual({ equivalent: 0, score: 0 });
  });

  it('and not there any more are named', () => {
    expect(run(law, suiteOf(cases, [claim('1 /when drop 7')])).wrongClaims).toEqual([
      { rule: 'xx.rule', mutant: '1 /when drop 7', problem: 'there is no such mutant (any more)' },
    ]);
  });
});

describe('a sample', () => {
  const all = Array.from({ length: 100 }, (_, index) => index);
  it('is decided by its seed, in order, without doubles', () => {
    const once = sampleOf(all, 10, 7);
    expect(sampleOf(all, 10, 7)).toEqual(once);
    expect(once).toHaveLength(10);
    expect(once.toSorted((a, b) => a - b)).toEqual(once);
    expect(new Set(once).size).toBe(10);
    expect(sampleOf(all, 10, 8)).not.toEqual(once);
  });
  it('of more than there are is all of them', () => {
    expect(sampleOf(all, 500, 1)).toEqual(all);
  });
  it('reaches everything under some seed', () => {
    const reached = new Set(Array.from({ length: 200 }, (_, seed) => sampleOf(all, 10, seed)).flat());
    expect(reached.size).toBe(100);
  });
});
