/** Rules that somebody can meet at all. */
import { findAssignment } from '../cells/find-assignment.ts';
import type { Node } from '../language/nodes.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';

/**
 * Rules that somebody can meet, as a least fixed point: a rule is in it when a version can be true while only rules already in it are,
 * and what nobody has researched is not.
 */
export function meetableRules(law: ResolvedLaw): ReadonlySet<string> {
  const meetable = new Set<string>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [id, { rule }] of law.rules) {
      if (meetable.has(id) || !rule.versions.some(({ when }) => canHold(when, meetable, law))) continue;
      meetable.add(id);
      grown = true;
    }
  }
  return meetable;
}

/** Not meetable only when the search over the cut points is sure of it. */
function canHold(when: Node, meetable: ReadonlySet<string>, law: ResolvedLaw): boolean {
  const trimmed = withoutUnmeetable(when, meetable);
  return (
    findAssignment(trimmed, 'true', law).found !== 'no' ||
    findAssignment(trimmed, 'notApplicable', law).found === 'yes'
  );
}

/** A leaf that can never be true, with the value the search would have to give it taken away. */
const NEVER: Node = { all: [{ fact: '?never', equals: true }, { not: { fact: '?never', equals: true } }] };

function withoutUnmeetable(node: Node, meetable: ReadonlySet<string>): Node {
  if ('notResearched' in node || ('rule' in node && !meetable.has(node.rule))) return NEVER;
  const part = (each: Node): Node => withoutUnmeetable(each, meetable);
  if ('all' in node) return { all: node.all.map(part) };
  if ('any' in node) return { any: node.any.map(part) };
  if ('atLeast' in node && typeof node.atLeast === 'object')
    return { atLeast: { n: node.atLeast.n, of: node.atLeast.of.map(part) } };
  if ('if' in node)
    return {
      if: node.if,
      then: part(node.then),
      ...(node.else === undefined ? {} : { else: part(node.else) }),
    };
  return 'unless' in node ? { unless: node.unless, then: part(node.then) } : node;
}
