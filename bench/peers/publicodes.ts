/** The workload in publicodes: one rule whose evaluation is a tree with the value of every condition. */
import Engine from 'publicodes';
import type { Condition, PersonRecord, Shape, Workload } from '../workload/workload.ts';

const OPERATORS = { is: '=', atLeast: '>=', atMost: '<=' } as const;

export function makePublicodes({ shape, facts }: Workload) {
  const rules = Object.fromEntries(facts.map(({ name }) => [name, null]));
  const engine = new Engine({ ...rules, open: shapeOf(shape) } as never);
  return {
    prepare: (person: PersonRecord): Record<string, number | string> =>
      Object.fromEntries(
        facts.flatMap(({ name, kind }, index) => {
          const value = person[index];
          if (value === undefined) return [];
          return [[name, kind === 'boolean' ? (value === 1 ? 'oui' : 'non') : value]];
        }),
      ),
    explain: (situation: Record<string, number | string>) => {
      engine.setSituation(situation as never);
      const result = engine.evaluate('open');
      return { holds: result.nodeValue === true, result };
    },
  };
}

function shapeOf(shape: Shape): object | string {
  if ('condition' in shape) return conditionOf(shape.condition);
  return 'any' in shape
    ? { 'une de ces conditions': shape.any.map(shapeOf) }
    : { 'toutes ces conditions': shape.all.map(shapeOf) };
}

const conditionOf = ({ fact, comparison, value }: Condition): string =>
  `${fact.name} ${OPERATORS[comparison]} ${comparison === 'is' ? (value === 1 ? 'oui' : 'non') : value}`;
