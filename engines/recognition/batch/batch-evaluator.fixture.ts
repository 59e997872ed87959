/** The batch asked about one person, behind the port of the other back ends; it knows the truth and nothing else. */
import type { Evaluator } from '../assess/prepare-law.ts';
import { compileBatch } from './compile-batch.ts';
import { type Planes, truthIn } from './planes.ts';

export const batchEvaluator: Evaluator = (law, vocabulary) => {
  const batch = compileBatch(law, vocabulary);
  return (facts, registry) => {
    const population = batch.layOut([{ facts, registry }]);
    return (rule) => ({
      truth: truthIn(batch.evaluate(population, [rule]).get(rule) as Planes, 0),
      path: rule,
      standing: 'unknown',
      reasons: [],
      missing: [],
      independentOf: [],
      children: [],
    });
  };
};
