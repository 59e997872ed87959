/** A law compiled for populations. */
import { type CompiledLaw, compileLaw } from '../compiled/compile-law.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import { type ColumnPlan, kindOf } from './columns.ts';
import { compileRulePlanes, type RulePlan } from './compile-rule-planes.ts';
import { layOut, type Person, type Population } from './lay-out.ts';
import { rulesThatMaySettle } from './may-settle.ts';
import type { Planes } from './planes.ts';
import { orderRules } from './rule-order.ts';
import { type BatchRun, openRun } from './run-batch.ts';

export type Batch = {
  /** Facts to columns; what the law does not read is left out. */
  readonly layOut: (people: readonly Person[]) => Population;
  /** Some rules (all where none are named) over a population, stage by stage. */
  readonly open: (population: Population, rules?: readonly string[]) => BatchRun;
  /** All stages: by rule, who meets it, who does not, and to whom it does not apply. Whoever is left is unknown. */
  readonly evaluate: (population: Population, rules?: readonly string[]) => ReadonlyMap<string, Planes>;
};

/**
 * Compiles a law into loops over columns of facts. The truth of each rule is that of the other back ends.
 *
 *     const batch = compileBatch(law, vocabulary);
 *     const verdicts = batch.evaluate(batch.layOut(people));
 *     truthIn(verdicts.get('gb.plab.plab1'), 0);   // of the first person
 */
export function compileBatch(law: ResolvedLaw, vocabulary: Vocabulary): Batch {
  const compiled: CompiledLaw = compileLaw(law, vocabulary);
  const columns = new Map<string, ColumnPlan>();
  const codes = new Map<string, number>();
  let rowLeaves = 0;
  const { order, circular } = orderRules(law);
  const plans = new Map<string, RulePlan>();
  for (const id of order) {
    const resolved = law.rules.get(id);
    if (resolved === undefined) throw new Error(`No rule ${id}; lint refuses the pack.`);
    const plan = compileRulePlanes(resolved, {
      law,
      compiled,
      columnOf: (fact) => columnOf(fact, columns, vocabulary),
      codeOf: (code) => numberOf(code, codes),
      isCircular: (rule) => circular.has(rule),
      nextRowLeaf: () => rowLeaves++,
    });
    plans.set(id, plan);
  }
  const ids = [...law.rules.keys()];
  const maySettle = rulesThatMaySettle(law);
  const open: Batch['open'] = (population, rules = ids) =>
    openRun({ compiled, plans, maySettle, rowLeaves, population, rules });
  return {
    layOut: (people) => layOut(people, [...columns.values()], codes),
    open,
    evaluate: (population, rules) => {
      const run = open(population, rules);
      run.askRows();
      run.firstStage();
      run.secondStage();
      return run.verdicts;
    },
  };
}

function columnOf(
  fact: string,
  columns: Map<string, ColumnPlan>,
  vocabulary: Vocabulary,
): ColumnPlan | undefined {
  const held = columns.get(fact);
  if (held !== undefined) return held;
  const kind = kindOf(fact, vocabulary);
  if (kind === undefined) return undefined;
  const plan: ColumnPlan = { fact, number: columns.size, kind, named: new Set() };
  columns.set(fact, plan);
  return plan;
}

function numberOf(code: string, codes: Map<string, number>): number {
  const number = codes.get(code) ?? codes.size;
  codes.set(code, number);
  return number;
}
