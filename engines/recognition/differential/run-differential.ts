/** The same invented people judged by the reference interpreter and by other back ends: every node must say the same. */
import type { Evaluator } from '../assess/prepare-law.ts';
import type { Outcome } from '../reference/outcome.ts';
import { referenceEvaluator } from '../reference/reference-evaluator.ts';
import { compareOutcomes, type Difference } from './compare-outcomes.ts';
import { gatherCrowd, type PopulationBackEnd } from './compare-populations.ts';
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
  /** Those that judge many people at once. */
  readonly populations?: readonly PopulationBackEnd[];
};

const KEPT = 5;
const TOGETHER = 250;

export function runDifferential(input: DifferentialInput): DifferentialReport {
  const { pack, law, vocabulary, records, backEnds } = input;
  const drawn = drawRecords(input);
  const reference = referenceEvaluator(law, vocabulary);
  const others = backEnds.map(({ name, evaluator }) => ({ name, forFacts: evaluator(law, vocabulary) }));
  const crowd = gatherCrowd(input.populations ?? [], drawn.rules, law, vocabulary);
  const first: Disagreement[] = [];
  let differences = 0;
  const keep = (disagreement: Disagreement): void => {
    differences += 1;
    if (first.length < KEPT) first.push(disagreement);
  };
  for (let record = 0; record < records; record += 1) {
    const { facts, registry } = drawn.next();
    const expected = reference(facts, registry);
    const found = others.map(({ name, forFacts }) => ({ name, evaluate: forFacts(facts, registry) }));
    const outcomes = drawn.rules.map(expected);
    for (const [index, rule] of drawn.rules.entries()) {
      const outcome = outcomes[index] as Outcome;
      drawn.coverage.note(outcome);
      for (const { name, evaluate } of found) {
        const difference = compareOutcomes(outcome, evaluate(rule));
        if (difference !== undefined) keep({ ...difference, backEnd: name, rule, record });
      }
    }
    crowd.add(
      { facts, registry },
      outcomes.map(({ truth }) => truth),
    );
    if (crowd.size() < TOGETHER && record < records - 1) continue;
    const start = record + 1 - crowd.size();
    for (const { row, ...difference } of crowd.compare())
      keep({ ...difference, rule: difference.path, record: start + row });
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
