/**
 * Which rules the second stage can settle at all: only a fact that is compared with literals in two leaves is enumerated
 * (`docs/semantics.md` section 7). Where none is, somebody left unknown stays unknown, and nobody need be asked again.
 */
import type { Node } from '../language/nodes.ts';
import type { RuleVersion } from '../language/pack.ts';
import { childrenOf } from '../operators/index.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import { isBounded } from './choose-version.ts';

export function rulesThatMaySettle(law: ResolvedLaw): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Map<string, boolean>();
  const visit = (id: string): boolean => {
    const held = seen.get(id);
    if (held !== undefined) return held;
    seen.set(id, false);
    const resolved = law.rules.get(id);
    const leaves = (resolved?.versions ?? []).flatMap(leavesOf);
    const own = hasTwice([...leaves.flatMap(comparedFact), ...(resolved?.versions ?? []).flatMap(anchorOf)]);
    // Every rule referred to is visited, so that none is left out of the result.
    const below = referredBy(leaves).map(visit).includes(true);
    seen.set(id, own || below);
    if (own || below) found.add(id);
    return own || below;
  };
  for (const id of law.rules.keys()) visit(id);
  return found;
}

export const leavesOf = ({ when }: RuleVersion): readonly Node[] => leavesBelow(when);

function leavesBelow(node: Node): readonly Node[] {
  const children = 'rule' in node ? [] : childrenOf(node);
  return children.length === 0 ? [node] : children.flatMap(([, child]) => leavesBelow(child));
}

export const referredBy = (leaves: readonly Node[]): readonly string[] =>
  leaves.flatMap((leaf) => ('rule' in leaf ? [leaf.rule] : []));

const comparedFact = (leaf: Node): readonly string[] => ('fact' in leaf ? [leaf.fact] : []);

const anchorOf = (version: RuleVersion): readonly string[] =>
  isBounded(version) ? [version.appliesTo?.anchor ?? ''] : [];

const hasTwice = (facts: readonly string[]): boolean => new Set(facts).size < facts.length;
