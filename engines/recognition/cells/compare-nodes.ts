/** Do two wordings of a condition say the same for every person whose facts are known? Tried on every cell between the cut points. */
import type { FactValue } from '../language/facts.ts';
import type { Node } from '../language/nodes.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import { evaluateNode } from '../reference/evaluate-node.ts';
import { type Atom, abstractNode } from './abstract-node.ts';
import { scopeOf, type Variable, variablesOf } from './variables.ts';

export type Comparison =
  | { readonly answer: 'equal' }
  | { readonly answer: 'differ'; readonly values: ReadonlyMap<string, FactValue> }
  /** They differ in something without finite cut points, in what cures them, or in too many cells. */
  | { readonly answer: 'unsure' };

const MOST_TRIALS = 4_096;
const isFree = (fact: string): boolean => fact.startsWith('?');

export function compareNodes(a: Node, b: Node, law: ResolvedLaw): Comparison {
  const [one, other] = [abstractNode(a, law.groups), abstractNode(b, law.groups)];
  const [own, others] = [freeOf(one.atoms), freeOf(other.atoms)];
  if (own.join() !== others.join() || JSON.stringify(one.node) === JSON.stringify(other.node))
    return { answer: 'unsure' };
  const budget = { left: MOST_TRIALS };
  const values = search(
    [one.node, other.node],
    variablesOf([...one.atoms, ...other.atoms], law),
    new Map(),
    law,
    budget,
  );
  if (budget.left <= 0) return { answer: 'unsure' };
  if (values === undefined) return { answer: 'equal' };
  // What is free need not be free in life: such a difference proves nothing.
  return [...values.keys()].some(isFree) ? { answer: 'unsure' } : { answer: 'differ', values };
}

const freeOf = (atoms: readonly Atom[]): readonly string[] =>
  [...new Set(atoms.map(({ fact }) => fact).filter(isFree))].sort();

function search(
  [a, b]: readonly [Node, Node],
  variables: readonly Variable[],
  tried: ReadonlyMap<string, FactValue>,
  law: ResolvedLaw,
  budget: { left: number },
): ReadonlyMap<string, FactValue> | undefined {
  if (budget.left <= 0) return undefined;
  budget.left -= 1;
  const scope = scopeOf(law, tried);
  const [one, other] = [evaluateNode(a, scope, '').truth, evaluateNode(b, scope, '').truth];
  if (one !== 'unknown' && other !== 'unknown') return one === other ? undefined : tried;
  const [next, ...rest] = variables;
  if (next === undefined) return one === other ? undefined : tried;
  for (const value of next.values) {
    const found = search([a, b], rest, new Map([...tried, [next.fact, value]]), law, budget);
    if (found !== undefined) return found;
  }
  return undefined;
}
