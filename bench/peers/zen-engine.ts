/** The workload in @gorules/zen-engine: one expression for each condition, each pair and each requirement, so that the trace tells of all. */
import { ZenEngine } from '@gorules/zen-engine';
import type { Condition, PersonRecord, Shape, Workload } from '../workload/workload.ts';

type Expression = { readonly id: string; readonly key: string; readonly value: string };

const OPERATORS = { is: '==', atLeast: '>=', atMost: '<=' } as const;

export function makeZenEngine({ shape, facts }: Workload) {
  const expressions: Expression[] = [];
  const root = addShape(shape, expressions);
  const decision = new ZenEngine().createDecision(decisionOf(expressions));
  return {
    prepare: (person: PersonRecord): Record<string, number | null> =>
      Object.fromEntries(facts.map(({ name }, index) => [name, person[index] ?? null])),
    explain: async (record: Record<string, number | null>) => {
      const { result, trace } = await decision.evaluate(record, { trace: true });
      return { holds: (result as Record<string, unknown>)[root] === true, result: trace };
    },
  };
}

function addShape(shape: Shape, expressions: Expression[]): string {
  const key = (): string => `n${expressions.length}`;
  const add = (value: string): string => {
    const own = key();
    expressions.push({ id: own, key: own, value });
    return own;
  };
  if ('condition' in shape) return add(conditionOf(shape.condition));
  const [parts, word] = 'any' in shape ? [shape.any, ' or '] : [shape.all, ' and '];
  const keys = parts.map((part) => addShape(part, expressions));
  return add(keys.map((each) => `$.${each}`).join(word));
}

/** It knows no unknown: what is not there does not hold. */
const conditionOf = ({ fact, comparison, value }: Condition): string =>
  `${fact.name} != null and ${fact.name} ${OPERATORS[comparison]} ${value}`;

function decisionOf(expressions: readonly Expression[]): object {
  const position = { x: 0, y: 0 };
  return {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position },
      { id: 'ask', type: 'expressionNode', name: 'ask', position, content: { expressions } },
      { id: 'out', type: 'outputNode', name: 'out', position },
    ],
    edges: [
      { id: 'first', sourceId: 'in', targetId: 'ask', type: 'edge' },
      { id: 'second', sourceId: 'ask', targetId: 'out', type: 'edge' },
    ],
  };
}
