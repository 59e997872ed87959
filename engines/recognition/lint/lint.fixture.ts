/** Lint over the fictional law of the tests, told in short lines. */
import { expectOk, parseDay } from '../../kernel/index.ts';
import { makeBench } from '../cases/bench.ts';
import type { Node } from '../language/nodes.ts';
import type { Pack, Step } from '../language/pack.ts';
import type { PackSuite } from '../language/suite.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { referenceEvaluator } from '../reference/reference-evaluator.ts';
import { pack, rule, SILENT, VOCABULARY, version } from '../small-law.fixture.ts';
import type { Finding } from './finding.ts';
import { type LintInput, lintPack } from './lint-packs.ts';

export const NO_SUITE: PackSuite = { cases: [], stories: [], equivalents: [], traceability: [] };

export type LintSetup = {
  readonly others?: readonly Pack[];
  readonly suite?: PackSuite;
  readonly commonSteps?: readonly Step[];
  readonly vocabulary?: Vocabulary;
  readonly today?: string;
  readonly sheets?: ReadonlyMap<string, unknown>;
};

export function inputOf(
  law: Pack,
  {
    others = [],
    suite = NO_SUITE,
    commonSteps = [],
    vocabulary = VOCABULARY,
    today = '2026-01-01',
    sheets,
  }: LintSetup = {},
): LintInput {
  const packs = [law, ...others];
  const bench = makeBench({
    packs,
    vocabulary,
    commonSteps,
    schools: () => undefined,
    registry: SILENT,
    evaluator: referenceEvaluator,
  });
  return {
    packs,
    vocabulary,
    commonSteps,
    suites: new Map([[law.pack, suite]]),
    bench,
    today: expectOk(parseDay(today), 'today'),
    ...(sheets === undefined ? {} : { sheets }),
  };
}

export const lintOf = (law: Pack, setup: LintSetup = {}): readonly Finding[] =>
  lintPack(law, inputOf(law, setup));

/** `CODE subject/path` of the findings with one of these codes. */
export const said = (findings: readonly Finding[], ...codes: readonly string[]): readonly string[] =>
  findings
    .filter(({ code }) => codes.includes(code))
    .map(({ code, subject, at }) => `${code} ${[subject, ...at].join('/')}`);

/** A pack with one rule that has this condition. */
export const lawOf = (when: Node, more: Partial<Pack> = {}): Pack =>
  pack([rule('xx.rule', version(when))], more);
