/**
 * Which leaves would have to answer otherwise for a node to have another truth. Works on outcomes of any back end: every leaf may be
 * taken as true or as false, the logic above it stays.
 */
import { canonicalise } from '../../kernel/index.ts';
import type { Node } from '../language/nodes.ts';
import type { Truth } from '../language/verdict.ts';
import {
  combineAll,
  combineAny,
  combineAtLeast,
  combineExactly,
  combineIf,
  combineNot,
  combineUnless,
} from '../reference/logic.ts';
import type { Outcome } from '../reference/outcome.ts';

export type Answer = 'true' | 'false';
/** By leaf. Two places that ask the same question are one leaf. */
export type Changes = ReadonlyMap<string, Answer>;

const LOGICAL = ['all', 'any', 'not', 'exactly', 'if', 'unless', 'rule'];

/** Operators with branches and rules referred to; a choice between versions is one question, for the day that chooses. */
export function isLeaf({ node, children }: Outcome): boolean {
  if (node === undefined || children.length === 0) return true;
  return !LOGICAL.some((name) => name in node) && !('atLeast' in node && typeof node.atLeast === 'object');
}

/** The question without its frame: the same wherever it stands. A leaf without a node is a rule that nobody has researched. */
export function keyOf({ node, path }: Outcome): string {
  if (node === undefined) return `rule ${path}`;
  const { id: _id, label: _label, cite: _cite, cure: _cure, waiver: _waiver, ...question } = node;
  const text = canonicalise(question);
  return text.ok ? text.value : path;
}

export const leavesOf = (outcome: Outcome): readonly Outcome[] =>
  isLeaf(outcome) ? [outcome] : outcome.children.flatMap(leavesOf);

/** The truth of a node once these leaves have changed. Where none below it has, it is what it was, however it was found. */
export function truthAfter(outcome: Outcome, changes: Changes): Truth {
  if (isLeaf(outcome)) return changes.get(keyOf(outcome)) ?? outcome.truth;
  if (!leavesOf(outcome).some((leaf) => changes.has(keyOf(leaf)))) return outcome.truth;
  return combineTruths(
    outcome.node as Node,
    outcome.children.map((child) => truthAfter(child, changes)),
  );
}

/** The truth tables of `docs/semantics.md` section 2. */
export function combineTruths(node: Node, truths: readonly Truth[]): Truth {
  const children = truths.map(bare);
  const [first = bare('notApplicable'), second = bare('notApplicable'), third] = children;
  if ('all' in node) return combineAll(children).truth;
  if ('any' in node) return combineAny(children).truth;
  if ('not' in node) return combineNot(first).truth;
  if ('atLeast' in node && typeof node.atLeast === 'object')
    return combineAtLeast(node.atLeast.n, children).truth;
  if ('exactly' in node) return combineExactly(node.exactly.n, children).truth;
  if ('if' in node) return combineIf(first, second, third).truth;
  if ('unless' in node) return combineUnless(first, second).truth;
  return first.truth;
}

const bare = (truth: Truth): Outcome => ({
  truth,
  standing: 'unknown',
  reasons: [],
  missing: [],
  independentOf: [],
  path: '',
  children: [],
});
