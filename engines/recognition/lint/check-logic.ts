/** Conditions that can never hold or never fail, and alternatives or requirements that say nothing beyond their neighbours. */
import { findAssignment } from '../cells/find-assignment.ts';
import type { Node } from '../language/nodes.ts';
import { subjectOf } from '../language/origin.ts';
import type { Pack } from '../language/pack.ts';
import { isLogical, partsOf, walkNodes } from '../language/walk-nodes.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { Path } from '../schema/problem.ts';
import { error, type Finding, warning } from './finding.ts';

export function checkLogic(pack: Pack, law: ResolvedLaw): readonly Finding[] {
  return pack.rules.flatMap((rule) =>
    rule.versions.flatMap((version, index) => {
      const subject = subjectOf('rule', rule.rule);
      const roots = [
        { node: version.when, at: ['versions', index, 'when'] as Path },
        ...selectionsIn(version.when, ['versions', index, 'when']),
      ];
      return roots.flatMap((root) => checkTree(root.node, root.at, subject, law));
    }),
  );
}

/** What stands in a list or a table is a tree of its own, over the fields of the entry or the columns of the row. */
function selectionsIn(node: Node, at: Path): readonly { readonly node: Node; readonly at: Path }[] {
  return walkNodes(node, at).flatMap((visited) =>
    isLogical(visited.node)
      ? []
      : partsOf(visited.node, visited.at).map((part) => ({ node: part.node, at: part.at })),
  );
}

/** Only the lowest node that is always one way is named: what stands above it follows. */
function checkTree(node: Node, at: Path, subject: string, law: ResolvedLaw): readonly Finding[] {
  if (!isLogical(node)) return [];
  const below = partsOf(node, at).flatMap((part) => checkTree(part.node, part.at, subject, law));
  if (below.length > 0) return below;
  if (findAssignment(node, 'true', law).found === 'no')
    return [
      error(
        'LINT_NEVER',
        subject,
        at,
        'Nothing a person can hold makes this true.',
        'Its conditions contradict one another: correct one of them.',
      ),
    ];
  if (findAssignment(node, 'false', law).found === 'no')
    return [
      warning(
        'LINT_ALWAYS',
        subject,
        at,
        'Nothing a person can hold makes this false: it asks nothing.',
        'Take it out, or correct its conditions.',
      ),
    ];
  return checkNeighbours(node, at, subject, law);
}

function checkNeighbours(node: Node, at: Path, subject: string, law: ResolvedLaw): readonly Finding[] {
  const [name, children] =
    'all' in node
      ? (['all', node.all] as const)
      : 'any' in node
        ? (['any', node.any] as const)
        : (['', []] as const);
  const said = new Set<number>();
  return children.flatMap((stronger, i) =>
    children.flatMap((weaker, j) => {
      if (i === j || !shareFacts(stronger, weaker) || !implies(stronger, weaker, law)) return [];
      // In `any` the stronger alternative adds nobody; in `all` the weaker requirement stops nobody.
      const [needless, other] = name === 'any' ? [i, j] : [j, i];
      // An alternative that adds nobody may still say for whom the failure can be cured.
      if (said.has(needless) || said.has(other) || (name === 'any' && hasCure(stronger))) return [];
      said.add(needless);
      return [
        warning(
          'LINT_SUBSUMED',
          subject,
          [...at, name, needless],
          name === 'any'
            ? `Whoever meets this alternative meets number ${other + 1} as well.`
            : `Whoever meets number ${other + 1} meets this as well.`,
          'Take it out, or say what it adds.',
        ),
      ];
    }),
  );
}

const implies = (stronger: Node, weaker: Node, law: ResolvedLaw): boolean =>
  findAssignment({ all: [stronger, { not: weaker }] }, 'true', law).found === 'no';

/** Without a fact in common neither can follow from the other. */
function shareFacts(a: Node, b: Node): boolean {
  const facts = (node: Node): readonly string[] =>
    walkNodes(node).flatMap(({ node: each }) =>
      'fact' in each
        ? [each.fact]
        : 'rule' in each
          ? [each.rule]
          : isLogical(each)
            ? []
            : [JSON.stringify(each)],
    );
  const own = new Set(facts(a));
  return facts(b).some((fact) => own.has(fact));
}

const hasCure = (node: Node): boolean => walkNodes(node).some(({ node: each }) => each.cure !== undefined);
