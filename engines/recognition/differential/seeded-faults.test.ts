/** The comparison itself on trial: a back end that gets one operator wrong is caught. The fault is a law in which that operator was changed. */
import { realLaw } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';
import { toPointer } from '../../kernel/index.ts';
import { compileBatch } from '../batch/compile-batch.ts';
import { compiledEvaluator } from '../compiled/compiled-evaluator.ts';
import { literalDay } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import type { Pack, Rule } from '../language/pack.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import { mutateRule } from '../mutation/mutate-rule.ts';
import { OPERATORS, operatorOf } from '../operators/index.ts';
import { type ResolvedLaw, resolveLaw, resolveRule } from '../query/resolve-query.ts';
import { pack, rule, version } from '../small-law.fixture.ts';
import { runDifferential } from './run-differential.ts';

const set = realLaw();
const { vocabulary } = set;
const ON = literalDay('2026-11-22');

/** Operators of which no pack has had need yet. */
const flags: readonly Node[] = ['euTreatment', 'usWorkAuthorised', 'englishProficient'].map((fact) => ({
  fact: `person.${fact}`,
  equals: true,
}));
const invented = pack([
  rule('xx.at-least', version({ atLeast: { n: 2, of: flags } })),
  rule('xx.exactly', version({ exactly: { n: 2, of: flags } })),
]);
const packs = [...set.packs, invented];
const law = resolveLaw(packs, vocabulary, set.commonSteps, { on: ON, knownOn: ON });
const RECORDS = 400;
const ATTEMPTS = 20;

type Fault = { readonly pack: Pack; readonly rule: Rule; readonly operator: string };

/** A mutant says at which node it was made: `2025 /when/all/0 atLeast → atMost`. */
function faultsOf(own: Pack): readonly Fault[] {
  return own.rules.flatMap((rule) => {
    const nodes = new Map<string, Node>(
      rule.versions.flatMap(({ version, when }) =>
        walkNodes(when, ['when']).map(({ node, at }) => [`${version} ${toPointer(at)}`, node] as const),
      ),
    );
    return mutateRule(rule, { vocabulary, tables: law.tables }).flatMap(({ id, mutated }) => {
      const node = nodes.get(id.split(' ').slice(0, 2).join(' '));
      return node === undefined ? [] : [{ pack: own, rule: mutated, operator: operatorOf(node).name }];
    });
  });
}

const faults = packs.flatMap(faultsOf);
const operators = [...new Set(OPERATORS.map(({ name }) => name))];

const withFault = (resolved: ResolvedLaw, { rule, pack }: Fault): ResolvedLaw => ({
  ...resolved,
  rules: new Map(resolved.rules).set(rule.rule, resolveRule(rule, pack.pack, resolved.query)),
});

const BACK_ENDS = ['compiled', 'batch'] as const;

/** Some mutants mean the same, so a few are tried: each, alone with its rule. */
function isCaught(backEnd: (typeof BACK_ENDS)[number], fault: Fault): boolean {
  const whole = fault.pack.rules.filter(({ rule }) => rule === fault.rule.rule);
  const report = runDifferential({
    pack: { ...fault.pack, rules: whole, routes: [] },
    law,
    vocabulary,
    seed: 3,
    records: RECORDS,
    backEnds:
      backEnd === 'compiled'
        ? [{ name: backEnd, evaluator: (right, words) => compiledEvaluator(withFault(right, fault), words) }]
        : [],
    populations:
      backEnd === 'batch'
        ? [{ name: backEnd, compile: (right, words) => compileBatch(withFault(right, fault), words) }]
        : [],
  });
  return report.differences > 0;
}

const found = new Set(faults.map(({ operator }) => operator));

describe.each(BACK_ENDS)('a fault seeded into %s', (backEnd) => {
  it.each(operators.filter((operator) => found.has(operator)))(
    '%s is caught',
    { timeout: 120_000 },
    (operator) => {
      const own = faults.filter((fault) => fault.operator === operator);
      const step = Math.max(1, Math.floor(own.length / ATTEMPTS));
      const tried = own.filter((_, index) => index % step === 0).slice(0, ATTEMPTS);
      expect(tried.some((fault) => isCaught(backEnd, fault))).toBe(true);
    },
  );
});

it('leaves out only the operator that says nothing of anybody', () => {
  expect(operators.filter((operator) => !found.has(operator))).toEqual(['notResearched']);
});
