/** Searches for values of the facts that give a node a wanted truth; an unknown fact leaves its branch undecided, so whole subtrees are cut off. */
import type { FactValue } from '../language/facts.ts';
import type { Node } from '../language/nodes.ts';
import type { Truth } from '../language/verdict.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import { evaluateNode } from '../reference/evaluate-node.ts';
import { abstractNode } from './abstract-node.ts';
import { scopeOf, type Variable, variablesOf } from './variables.ts';

export type Search =
  | { readonly found: 'yes'; readonly values: ReadonlyMap<string, FactValue> }
  | { readonly found: 'no' }
  /** Too many cells to try. */
  | { readonly found: 'unsure' };

const MOST_TRIALS = 2_000;

export function findAssignment(node: Node, wanted: Truth, law: ResolvedLaw): Search {
  const { node: abstracted, atoms } = abstractNode(node, law.groups);
  const variables = variablesOf(atoms, law);
  const budget = { left: MOST_TRIALS };
  const values = search(abstracted, wanted, variables, new Map(), law, budget);
  if (values !== undefined) return { found: 'yes', values };
  return budget.left > 0 ? { found: 'no' } : { found: 'unsure' };
}

function search(
  node: Node,
  wanted: Truth,
  variables: readonly Variable[],
  tried: ReadonlyMap<string, FactValue>,
  law: ResolvedLaw,
  budget: { left: number },
): ReadonlyMap<string, FactValue> | undefined {
  if (budget.left <= 0) return undefined;
  budget.left -= 1;
  const { truth } = evaluateNode(node, scopeOf(law, tried), '');
  if (truth === wanted) return tried;
  const [next, ...rest] = variables;
  if (truth !== 'unknown' || next === undefined) return undefined;
  for (const value of next.values) {
    const found = search(node, wanted, rest, new Map([...tried, [next.fact, value]]), law, budget);
    if (found !== undefined) return found;
  }
  return undefined;
}
