/** The reference interpreter behind the port that `assess` asks. */
import type { Evaluator } from '../assess/prepare-law.ts';
import { evaluateRule, INTERPRETER } from './evaluate-rule.ts';
import { newMemory } from './scope.ts';

export const referenceEvaluator: Evaluator = (law, vocabulary) => {
  const sections = [...vocabulary.sections.values()];
  const listKeys = new Map(
    sections.flatMap((section) =>
      section.key === undefined ? [] : [[section.section, section.key] as const],
    ),
  );
  return (facts, registry) => {
    const memory = newMemory();
    return (rule) =>
      evaluateRule(rule, {
        law,
        facts,
        registry,
        listKeys,
        memory,
        interpreter: INTERPRETER,
        rulePath: [],
        stepPath: [],
      });
  };
};
