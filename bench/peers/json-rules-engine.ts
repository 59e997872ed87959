/** The workload in json-rules-engine: one rule whose result holds every condition with its own result. */
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import type { PersonRecord, Shape, Workload } from '../workload/workload.ts';

const OPERATORS = { is: 'equal', atLeast: 'greaterThanInclusive', atMost: 'lessThanInclusive' } as const;

export function makeJsonRulesEngine({ shape, facts }: Workload) {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addRule({ conditions: conditionsOf(shape) as TopLevelCondition, event: { type: 'open' } });
  const recordOf = (person: PersonRecord): Record<string, number> =>
    Object.fromEntries(
      facts.flatMap(({ name }, index) => (person[index] === undefined ? [] : [[name, person[index]]])),
    );
  return {
    prepare: recordOf,
    /** Whether the rule holds; the result carries the state of each condition. */
    explain: async (record: Record<string, number>) => {
      const { results, failureResults } = await engine.run(record);
      return { holds: results.length > 0, result: results[0] ?? failureResults[0] };
    },
  };
}

function conditionsOf(shape: Shape): object {
  if ('any' in shape) return { any: shape.any.map(conditionsOf) };
  if ('all' in shape) return { all: shape.all.map(conditionsOf) };
  const { fact, comparison, value } = shape.condition;
  return { fact: fact.name, operator: OPERATORS[comparison], value };
}
