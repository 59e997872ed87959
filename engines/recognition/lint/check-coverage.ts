/** Conditions that no case ever sees true, or false, and thresholds whose neighbours no case tries. */
import { addDays, formatDay } from '../../kernel/index.ts';
import type { Bench } from '../cases/bench.ts';
import { answerCase, prepareCase } from '../cases/run-case.ts';
import type { Facts } from '../language/facts.ts';
import { literalDay } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import { subjectOf } from '../language/origin.ts';
import type { Pack, Rule } from '../language/pack.ts';
import type { PackSuite } from '../language/suite.ts';
import type { Truth } from '../language/verdict.ts';
import { isLogical, partsOf, type VisitedNode, walkNodes } from '../language/walk-nodes.ts';
import type { Outcome } from '../reference/outcome.ts';
import { type Finding, warning } from './finding.ts';

export function checkCoverage(pack: Pack, suite: PackSuite, bench: Bench): readonly Finding[] {
  const runs = suite.cases
    .filter(({ value }) => pack.rules.some(({ rule }) => rule === value.rule))
    .map(({ value }) => {
      const prepared = prepareCase(bench, pack, value);
      return { rule: value.rule, facts: prepared.facts, outcome: answerCase(bench, prepared, value) };
    });
  const seen = new Map<Node, Set<Truth>>();
  for (const { outcome } of runs) collect(outcome, seen);
  const facts = runs.map((run) => run.facts);
  return pack.rules.flatMap((rule) => [...checkBranches(rule, seen), ...checkBoundaries(rule, facts)]);
}

function collect(outcome: Outcome, seen: Map<Node, Set<Truth>>): void {
  if (outcome.node !== undefined)
    seen.set(outcome.node, (seen.get(outcome.node) ?? new Set()).add(outcome.truth));
  for (const child of outcome.children) collect(child, seen);
}

function checkBranches(rule: Rule, seen: ReadonlyMap<Node, ReadonlySet<Truth>>): readonly Finding[] {
  return rule.versions.flatMap((version, index) =>
    leavesOf(version.when, ['versions', index, 'when']).flatMap(({ node, at }) => {
      if ('notResearched' in node) return [];
      const states = seen.get(node);
      const never = (['true', 'false'] as const).filter((truth) => states?.has(truth) !== true);
      return never.length === 0
        ? []
        : [
            warning(
              'LINT_BRANCH_UNTESTED',
              subjectOf('rule', rule.rule),
              at,
              `In no case is this ${never.join(' or ')}.`,
              'Add a case in which it decides.',
            ),
          ];
    }),
  );
}

const leavesOf = (node: Node, at: VisitedNode['at']): readonly VisitedNode[] =>
  isLogical(node)
    ? partsOf(node, at).flatMap((part) => leavesOf(part.node, part.at))
    : [{ node, at, place: {} }];

/** On which side of a threshold the other answer begins. */
const FAR_SIDE: Readonly<Record<string, -1 | 1>> = {
  atLeast: -1,
  lessThan: -1,
  moreThan: 1,
  atMost: 1,
  onOrAfter: -1,
  before: -1,
  after: 1,
  onOrBefore: 1,
};

function checkBoundaries(rule: Rule, facts: readonly Facts[]): readonly Finding[] {
  return rule.versions.flatMap((version, index) =>
    walkNodes(version.when, ['versions', index, 'when']).flatMap(({ node, at, place }) => {
      if (!('fact' in node)) return [];
      const [name, literal] =
        Object.entries(node).find(([key, value]) => key in FAR_SIDE && typeof value !== 'object') ?? [];
      if (name === undefined) return [];
      const untried = untriedAt(
        literal as string | number,
        FAR_SIDE[name] ?? 1,
        valuesOf(node.fact, place.its, place.outer, facts),
      );
      return untried.length === 0
        ? []
        : [
            warning(
              'LINT_BOUNDARY_UNTESTED',
              subjectOf('rule', rule.rule),
              [...at, name],
              `No case tries ${node.fact} ${untried.join(' and ')}.`,
              'Add cases on both sides of the threshold.',
            ),
          ];
    }),
  );
}

/** The threshold itself, and less than a unit (for a day: a day) beyond it. */
function untriedAt(literal: string | number, side: -1 | 1, values: readonly number[]): readonly string[] {
  const point = typeof literal === 'string' ? literalDay(literal) : literal;
  const beyond = values.some((value) =>
    side < 0 ? value < point && value >= point - 1 : value > point && value <= point + 1,
  );
  const shown =
    typeof literal === 'string'
      ? formatDay(addDays(literalDay(literal), side))
      : `a little ${side < 0 ? 'under' : 'over'} ${literal}`;
  return [
    ...(values.includes(point) ? [] : [`at ${literal}`]),
    ...(beyond ? [] : [typeof literal === 'string' ? `at ${shown}` : shown]),
  ];
}

function valuesOf(
  fact: string,
  its: string | undefined,
  outer: string | undefined,
  facts: readonly Facts[],
): readonly number[] {
  const [head, ...rest] = fact.split('.');
  const list = head === 'its' ? its : head === 'outer' ? outer : undefined;
  const all = facts.flatMap(({ scalars, lists }) =>
    list === undefined
      ? [scalars.get(fact)]
      : (lists.get(list)?.entries ?? []).map((entry) => entry.fields.get(rest.join('.'))),
  );
  return all.flatMap((value) => (value?.state === 'range' && value.lo === value.hi ? [value.lo] : []));
}
