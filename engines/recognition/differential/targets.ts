/** The leaves of a law that a run wants to see true, false and unknown, under the paths at which outcomes report them. */
import type { Node } from '../language/nodes.ts';
import type { RuleVersion } from '../language/pack.ts';
import type { Truth } from '../language/verdict.ts';
import { childrenOf } from '../operators/index.ts';
import type { ResolvedRule } from '../query/resolve-query.ts';

export type Leaf = { readonly path: string; readonly node: Node; readonly version: RuleVersion };

export const WANTED: readonly Truth[] = ['true', 'false', 'unknown'];

export function leavesOf(rules: readonly ResolvedRule[]): readonly Leaf[] {
  return rules
    .filter(({ state }) => state === 'known')
    .flatMap(({ rule, versions }) =>
      versions.flatMap((version) => leavesBelow(version.when, `${rule.rule}@${version.version}`, version)),
    );
}

function leavesBelow(node: Node, path: string, version: RuleVersion): readonly Leaf[] {
  const children = childrenOf(node);
  if (children.length === 0) return 'notResearched' in node ? [] : [{ path, node, version }];
  return children.flatMap(([name, child]) => leavesBelow(child, `${path}/${child.id ?? name}`, version));
}
