/** The same invented people judged by the reference interpreter and by other back ends: every node must say the same. */
import type { Evaluator } from '../assess/prepare-law.ts';
import { referenceEvaluator } from '../reference/reference-evaluator.ts';
import { compareOutcomes, type Difference } from './compare-outcomes.ts';
import type { Short } from './coverage.ts';
import { drawRecords, type RecordsInput } from './draw-records.ts';

export type BackEnd = { readonly name: string; readonly evaluator: Evaluator };

export type Disagreement = Difference & {
  readonly backEnd: string;
  readonly rule: string;
  readonly record: number;
};

export type DifferentialReport = {
  readonly pack: string;
  readonly records: number;
  readonly rules: number;
  readonly leaves: number;
  /** Every disagreement counts; the first few are kept. */
  readonly differences: number;
  readonly first: readonly Disagreement[];
  /** States of leaves seen fewer than twenty times. */
  readonly short: readonly Short[];
};

export type DifferentialInput = RecordsInput & {
  readonly records: number;
  readonly backEnds: readonly BackEnd[];
};

const KEPT = 5;

export function runDifferential(input: DifferentialInput): DifferentialReport {
  const { pack, law, vocabulary, records, backEnds } = input;
  const drawn = drawRecords(input);
  const reference = referenceEvaluator(law, vocabulary);
  const others = backEnds.map(({ name, evaluator }) => ({ name, forFacts: evaluator(law, vocabulary) }));
  const first: Disagreement[] = [];
  let differences = 0;
  for (let record = 0; record < records; record += 1) {
    const { facts, registry } = drawn.next();
    const expected = reference(facts, registry);
    const found = others.map(({ name, forFacts }) => ({ name, evaluate: forFacts(facts, registry) }));
    for (const rule of drawn.rules) {
      const outcome = expected(rule);
      drawn.coverage.note(outcome);
      for (const { name, evaluate } of found) {
        const difference = compareOutcomes(outcome, evaluate(rule));
        if (difference === undefined) continue;
        differences += 1;
        if (first.length < KEPT) first.push({ ...difference, backEnd: name, rule, record });
      }
    }
  }
  const { rules, leaves, coverage } = drawn;
  return {
    pack: pack.pack,
    records,
    rules: rules.length,
    leaves,
    differences,
    first,
    short: coverage.short(),
  };
}
