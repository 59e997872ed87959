/** Every operator by its table of cases, `NAME.spec.yaml`, against every back end; and the sentence in which it explains itself. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readYaml } from '@testamur/adapters/packs';
import { describe, expect, it } from 'vitest';
import { batchEvaluator } from '../batch/batch-evaluator.fixture.ts';
import { dossierOf } from '../cases/run-case.ts';
import { compileLaw } from '../compiled/compile-law.ts';
import { compiledEvaluator } from '../compiled/compiled-evaluator.ts';
import { buildFacts } from '../facts/build-facts.ts';
import { literalDay } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import type { Table } from '../language/pack.ts';
import type { RuleCase } from '../language/suite.ts';
import type { Truth } from '../language/verdict.ts';
import { resolveLaw } from '../query/resolve-query.ts';
import type { Outcome } from '../reference/outcome.ts';
import { referenceEvaluator } from '../reference/reference-evaluator.ts';
import type { RegistryAnswer } from '../reference/scope.ts';
import { CITE, pack, rule, step, VOCABULARY, version } from '../small-law.fixture.ts';
import { describeNode, englishWords, OPERATORS, operatorOf } from './index.ts';

type Row = {
  readonly claim: string;
  readonly when?: Node;
  /** The operator around the one on trial, where it takes another to show it. */
  readonly within?: string;
  readonly says?: string;
  readonly on?: string;
  readonly registry?: RegistryAnswer;
  readonly given: RuleCase['given'];
  readonly expect: Readonly<Record<string, unknown>> & { readonly truth: Truth | boolean };
};

type Spec = {
  readonly operator: string;
  readonly when?: Node;
  readonly says?: string;
  readonly tables?: readonly Omit<Table, 'cite'>[];
  readonly rules?: Readonly<Record<string, Node>>;
  readonly rows: readonly Row[];
};

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const SPECS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.spec.yaml'))
  .map((name): Spec => {
    const { value, problems } = readYaml(`${FOLDER}${name}`, name);
    if (value === undefined) throw new Error(`${name}: ${JSON.stringify(problems)}`);
    return value.value as Spec;
  });

const RULE = 'xx.rule';
const STEPS = [step('step.xx.do'), step('step.xx.never', { requires: [{ rule: 'xx.closed' }] })];
const CLOSED: Node = { all: [{ fact: 'application.on', before: '1900-01-01' }] };

function prepare(spec: Spec, row: Row) {
  const when = row.when ?? spec.when;
  if (when === undefined) throw new Error(`${spec.operator}: “${row.claim}” has no node.`);
  const others = Object.entries(spec.rules ?? {}).map(([id, node]) => rule(id, version(node)));
  const on = literalDay(row.on ?? '2026-01-01');
  const own = pack([rule(RULE, version(when)), rule('xx.closed', version(CLOSED)), ...others], {
    steps: STEPS,
    tables: (spec.tables ?? []).map((table) => ({ ...table, cite: CITE })),
  });
  const dossier = dossierOf(row.given);
  const basis = (dossier.qualifications?.length ?? 0) - 1;
  const { zone } = own;
  const facts = buildFacts({ dossier, basis, vocabulary: VOCABULARY, schools: () => undefined, zone, on });
  const registry = { accredited: () => row.registry ?? ({ state: 'silent' } as const) };
  return { when, law: resolveLaw([own], VOCABULARY, [], { on, knownOn: on }), facts, registry };
}

const truthOf = ({ expect: { truth } }: Row): Truth => String(truth) as Truth;

/** What a row says of truth, standing and the rest: only what it names is compared. */
function expectOutcome(outcome: Outcome, row: Row): void {
  const { truth: _, ...rest } = row.expect;
  expect(outcome).toMatchObject({ truth: truthOf(row), ...rest });
}

const LETTERS = ['false', 'true', 'unknown', 'notApplicable'] as const;

describe.each(SPECS)('$operator', (spec) => {
  describe.each(spec.rows)('$claim', (row) => {
    it('by the reference interpreter', () => {
      const { law, facts, registry } = prepare(spec, row);
      expectOutcome(referenceEvaluator(law, VOCABULARY)(facts, registry)(RULE), row);
    });
    it('by the compiled law', () => {
      const { law, facts, registry } = prepare(spec, row);
      expectOutcome(compiledEvaluator(law, VOCABULARY)(facts, registry)(RULE), row);
    });
    it('by the compiled verdict', () => {
      const { law, facts, registry } = prepare(spec, row);
      const compiled = compileLaw(law, VOCABULARY);
      const number = compiled.ruleNumbers.get(RULE) as number;
      expect(LETTERS[compiled.verdictOfRule(number, compiled.load(facts, registry))]).toBe(truthOf(row));
    });
    it('by the batch', () => {
      const { law, facts, registry } = prepare(spec, row);
      expect(batchEvaluator(law, VOCABULARY)(facts, registry)(RULE).truth).toBe(truthOf(row));
    });
    it('explains itself', () => {
      const { when } = prepare(spec, row);
      expect(operatorOf(when).name).toBe(row.within ?? spec.operator);
      const said = row.says ?? (row.when === undefined ? spec.says : undefined);
      if (said === undefined) return;
      expect(
        describeNode(
          when,
          englishWords(VOCABULARY, (id) => id),
        ),
      ).toBe(said);
    });
  });

  it('is shown true, false and unknown', () => {
    const shown = new Set(spec.rows.map(truthOf));
    const wanted = spec.operator === 'notResearched' ? ['unknown'] : ['true', 'false', 'unknown'];
    for (const truth of wanted) expect([...shown]).toContain(truth);
  });
});

it('every operator has its table', () => {
  expect(SPECS.map(({ operator }) => operator).sort()).toEqual(OPERATORS.map(({ name }) => name).sort());
});

it('every comparison is in the table of comparisons', () => {
  const rows = SPECS.find(({ operator }) => operator === 'compare')?.rows ?? [];
  const used = new Set(rows.flatMap(({ when }) => Object.keys(when ?? {})));
  const comparisons = [
    'equals',
    'notEquals',
    'atLeast',
    'moreThan',
    'atMost',
    'lessThan',
    'between',
    'onOrAfter',
    'after',
    'onOrBefore',
    'before',
    'in',
    'notIn',
    'includes',
    'includesAny',
    'onlyFrom',
  ];
  for (const comparison of comparisons) expect([...used]).toContain(comparison);
});
