/** A leaf by all that decides its answer but the person: two leaves of one name answer alike, whichever law and rule they stand in. */
import type { Node } from '../language/nodes.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import type { ReachOf } from '../population/reach.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';

type Context = { readonly law: ResolvedLaw; readonly reach: ReachOf };

export type LeafName = {
  readonly name: string;
  /** Every part of the law in which a fact that it reads can be named. */
  readonly parts: readonly unknown[];
};

/** Read by people, or by what follows from the answer. */
const NOT_ASKED = new Set(['cite', 'cure', 'id', 'label']);

export function nameOfLeaf(node: Node, { law, reach }: Context): LeafName {
  const visited = walkNodes(node);
  const groups = visited
    .flatMap(({ node: each }) => groupsIn(each))
    .map((id) => [...(law.groups.get(id) ?? [])]);
  const tables = visited.flatMap(({ node: each }) =>
    'table' in each ? [law.tables.get(each.table.name)?.rows] : [],
  );
  const rules = visited.flatMap(({ node: each }) => ('rule' in each ? [reach({ rule: each.rule })] : []));
  const text = JSON.stringify(node, (key, value) => (NOT_ASKED.has(key) ? undefined : value));
  return {
    name: [text, JSON.stringify([groups, tables]), ...rules.map((each) => each.text)].join('\n'),
    parts: [node, ...rules.flatMap((each) => each.rules.map((rule) => law.rules.get(rule)?.versions))],
  };
}

const groupsIn = (node: Node): readonly string[] =>
  Object.values(node).flatMap((value) =>
    typeof value === 'object' && value !== null && 'group' in value ? [String(value.group)] : [],
  );
