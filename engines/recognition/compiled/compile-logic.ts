/** Logical nodes: which closure reads the children, and in which order the verdict asks them. */
import type { Node } from '../language/nodes.ts';
import { readIf, readUnless, verdictOfIf, verdictOfUnless } from './branches.ts';
import type { CompiledNode, Evaluate } from './compiled-node.ts';
import { readCount, verdictOfCount } from './counts.ts';
import { readAll, readAny, readNot, verdictOfAll, verdictOfAny, verdictOfNot } from './junctions.ts';

export type Logic = { readonly evaluate: Evaluate; readonly verdict: Evaluate };

/** `first` is the number of the first child; the others follow it. Negative: nothing is recorded. */
export function logicOf(node: Node, children: readonly CompiledNode[], first: number): Logic {
  const parts = children.map((child) => child.evaluate);
  const verdicts = children.map((child) => child.verdict);
  if ('all' in node) return { evaluate: readAll(parts, first), verdict: verdictOfAll(verdicts) };
  if ('any' in node) return { evaluate: readAny(parts, first), verdict: verdictOfAny(verdicts) };
  if ('not' in node) return { evaluate: readNot(parts, first), verdict: verdictOfNot(verdicts) };
  if ('if' in node) return { evaluate: readIf(parts, first), verdict: verdictOfIf(verdicts) };
  if ('unless' in node) return { evaluate: readUnless(parts, first), verdict: verdictOfUnless(verdicts) };
  if ('exactly' in node) {
    const { n } = node.exactly;
    return { evaluate: readCount(parts, first, n, true), verdict: verdictOfCount(verdicts, n, true) };
  }
  if ('atLeast' in node && typeof node.atLeast === 'object') {
    const { n } = node.atLeast;
    return { evaluate: readCount(parts, first, n, false), verdict: verdictOfCount(verdicts, n, false) };
  }
  throw new Error(`No such logic: ${Object.keys(node).join(', ')}; the loader refuses it.`);
}
