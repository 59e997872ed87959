/** Facts and steps by name, put together to the planner's graph. */
import type { Cost } from '@testamur/engines/kernel';
import type { Graph, GraphNode, GraphStep, NodeId } from '@testamur/engines/planner';
import type { Network, Target, Terms } from './network.ts';

export type NewStep = {
  readonly key: string;
  /** All of these: facts, or steps by their keys. */
  readonly needs: readonly string[];
  /** Each of these facts. */
  readonly brings: readonly string[];
  readonly days: number;
  readonly euros: number;
  /** The route whose licence it brings. */
  readonly completes?: string;
};

/** Facts that no step brings are false for ever. */
export function buildNetwork(
  steps: readonly NewStep[],
  licences: ReadonlyMap<string, string> = new Map(),
): Network {
  const keys = new Set(steps.map(({ key }) => key));
  const named = steps.flatMap(({ needs, brings }) => [...needs.filter((need) => !keys.has(need)), ...brings]);
  const facts = [...new Set(named)];
  const twice = facts.find((fact) => keys.has(fact));
  if (twice !== undefined) throw new Error(`${twice} is a fact and a step.`);
  const ids = new Map([...facts, ...keys].map((name, id) => [name, id]));
  const idOf = (name: string): NodeId => known(ids, name);
  const broughtBy = new Map<string, NodeId[]>(facts.map((fact) => [fact, []]));
  for (const [index, { brings }] of steps.entries())
    for (const fact of brings) broughtBy.get(fact)?.push(facts.length + index);
  const nodes: readonly GraphNode[] = [
    ...facts.map((fact) => joint(broughtBy.get(fact) ?? [])),
    ...steps.map((step): GraphNode => ({ kind: 'step', parts: step.needs.map(idOf), step: graphStep(step) })),
  ];
  const targets = [...licences].map(([jurisdiction, fact]): Target => ({ jurisdiction, node: idOf(fact) }));
  const days = new Map(steps.map((step) => [step.key, step.days]));
  const euros = new Map(steps.map((step) => [step.key, step.euros]));
  const graph: Graph = { nodes };
  return { graph, targets, facts: facts.length, steps: steps.length, days, euros, ...termsOf(days, euros) };
}

/** A fact that a single step brings is that step, as a licence is its registration. */
const joint = (parts: readonly NodeId[]): GraphNode =>
  parts.length === 1 ? { kind: 'all', parts } : { kind: 'some', n: 1, parts };

export function termsOf(days: ReadonlyMap<string, number>, euros: ReadonlyMap<string, number>): Terms {
  const costs = new Map(
    [...euros].map(([key, amount]): [string, Cost] => [
      key,
      { known: amount === 0 ? [] : [{ amount, currency: 'EUR' }], unknownParts: [] },
    ]),
  );
  return {
    start: { day: 0, unknown: 0 },
    finish: ({ key }, { day, unknown }) => ({ day: day + known(days, key), unknown }),
    priceOf: ({ key }) => known(costs, key),
  };
}

function known<Value>(values: ReadonlyMap<string, Value>, key: string): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error(`Nothing is said of ${key}.`);
  return value;
}

export function graphStep({
  key,
  days,
  euros,
  completes,
}: Pick<NewStep, 'key' | 'days' | 'euros' | 'completes'>): GraphStep {
  return {
    key,
    effects: [],
    ...(completes === undefined ? {} : { completes, route: completes }),
    step: {
      step: key,
      title: key,
      text: key,
      kind: completes === undefined ? 'other' : 'licence',
      controller: 'self',
      requires: [],
      cost: { amount: euros, currency: 'EUR', asOf: '2026', cite: [] },
      duration: { min: `P${days}D`, cite: [] },
      effects: [],
      cite: [],
    },
  };
}
