/** The reference interpreter behind the port that `assess` asks. */
import type { Evaluator } from '../assess/assess.ts';
import { evaluateRule } from './evaluate-rule.ts';
import type { Outcome } from './outcome.ts';

export const referenceEvaluator: Evaluator = (law, vocabulary) => {
  const sections = [...vocabulary.sections.values()];
  const listKeys = new Map(
    sections.flatMap((section) =>
      section.key === undefined ? [] : [[section.section, section.key] as const],
    ),
  );
  return (facts, registry) => {
    const rulesDone = new Map<string, Outcome>();
    return (rule) =>
      evaluateRule(rule, { law, facts, registry, listKeys, rulesDone, rulePath: [], stepPath: [] });
  };
};
