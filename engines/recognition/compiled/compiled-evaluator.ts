/** The compiled back end behind the port that `assess` asks: outcomes are built from recorded states, only for what is looked at. */
import type { Evaluator } from '../assess/prepare-law.ts';
import { compileLaw } from './compile-law.ts';
import { outcomeOfRule } from './outcome-of-rule.ts';

export const compiledEvaluator: Evaluator = (law, vocabulary) => {
  const compiled = compileLaw(law, vocabulary);
  return (facts, registry) => {
    const frame = compiled.load(facts, registry);
    return (rule) => outcomeOfRule(numberOf(rule, compiled.ruleNumbers), compiled, frame);
  };
};

function numberOf(rule: string, numbers: ReadonlyMap<string, number>): number {
  const number = numbers.get(rule);
  if (number === undefined) throw new Error(`No rule ${rule}; lint refuses the pack.`);
  return number;
}
