/** One node: its leaf or logical meaning, then the frame around it (cures, citations, second stage). */
import { type CitationGrade, strongestGrade } from '../../kernel/index.ts';
import type { FactRef, Node } from '../language/nodes.ts';
import { evaluateComparison } from './comparison.ts';
import { standingOfCures } from './cures.ts';
import { evaluateSumDuration } from './durations.ts';
import { evaluateExamWindow } from './exam-window.ts';
import { notResearched } from './leaf.ts';
import { evaluateCount, evaluateEvery } from './lists.ts';
import {
  type Combined,
  certaintyOf,
  combineAll,
  combineAny,
  combineAtLeast,
  combineExactly,
  combineIf,
  combineNot,
  combineUnless,
} from './logic.ts';
import { boundStanding, greatestStanding, type LeafAnswer, type Outcome } from './outcome.ts';
import { evaluateRegistryJoin } from './registry-join.ts';
import type { Scope } from './scope.ts';
import { settleByEnumeration } from './second-stage.ts';
import { evaluateTable } from './table.ts';
import { evaluateWithinPeriod } from './time.ts';

export function evaluateNode(node: Node, scope: Scope, path: string, citedGrade?: CitationGrade): Outcome {
  const grade = node.cite === undefined ? citedGrade : strongestGrade(node.cite.map((cite) => cite.grade));
  const logical = evaluateLogical(node, scope, path, grade);
  const bare =
    logical === undefined
      ? frameLeaf(evaluateLeaf(node, scope), node, path, grade)
      : withOwnCertainty(logical, grade);
  const settled = logical === undefined ? bare : settleByEnumeration(bare, node, scope, grade);
  return withCures(settled, node, scope);
}

/** A count that its number alone decides rests on no fact, and on the law that asks for that number. */
function withOwnCertainty(outcome: Outcome, grade: CitationGrade | undefined): Outcome {
  const isKnown = outcome.truth === 'true' || outcome.truth === 'false';
  return isKnown && outcome.strength === undefined ? { ...outcome, ...certaintyOf(4, grade) } : outcome;
}

/** A node that is false or unknown stands at least as well as the best step that would cure it. */
function withCures(outcome: Outcome, node: Node, scope: Scope): Outcome {
  if (
    node.cure === undefined ||
    outcome.truth === 'true' ||
    outcome.truth === 'notApplicable' ||
    scope.its !== undefined
  )
    return outcome;
  const standing = greatestStanding([outcome.standing, standingOfCures(node.cure, scope)]);
  return { ...outcome, standing: boundStanding(standing, outcome.truth) };
}

function evaluateLogical(
  node: Node,
  scope: Scope,
  path: string,
  grade: CitationGrade | undefined,
): Outcome | undefined {
  const child = (part: Node, name: string): Outcome =>
    evaluateNode(part, scope, `${path}/${part.id ?? name}`, grade);
  const list = (parts: readonly Node[]): readonly Outcome[] =>
    parts.map((part, index) => child(part, String(index)));
  if ('all' in node) return frame(combineAll, list(node.all), node, path);
  if ('any' in node) return frame(combineAny, list(node.any), node, path);
  if ('not' in node)
    return frame(([only]) => combineNot(only as Outcome), [child(node.not, 'not')], node, path);
  if ('atLeast' in node && typeof node.atLeast === 'object') {
    const { n, of } = node.atLeast;
    return frame((children) => combineAtLeast(n, children), list(of), node, path);
  }
  if ('exactly' in node)
    return frame((children) => combineExactly(node.exactly.n, children), list(node.exactly.of), node, path);
  if ('if' in node) {
    const parts = [
      child(node.if, 'if'),
      child(node.then, 'then'),
      ...(node.else === undefined ? [] : [child(node.else, 'else')]),
    ];
    return frame(
      ([condition, then, otherwise]) => combineIf(condition as Outcome, then as Outcome, otherwise),
      parts,
      node,
      path,
    );
  }
  if ('unless' in node) {
    const parts = [child(node.unless, 'unless'), child(node.then, 'then')];
    return frame(
      ([condition, then]) => combineUnless(condition as Outcome, then as Outcome),
      parts,
      node,
      path,
    );
  }
  if ('rule' in node) {
    const outcome = scope.interpreter.evaluateRule(node.rule, scope);
    const { matched: _matched, possible: _possible, ...plain } = outcome;
    return { ...plain, path, node, children: [outcome] };
  }
  return undefined;
}

const frame = (
  combine: (children: readonly Outcome[]) => Combined,
  children: readonly Outcome[],
  node: Node,
  path: string,
): Outcome => ({
  ...combine(children),
  path,
  node,
  children,
  independentOf: [],
});

function evaluateLeaf(node: Node, scope: Scope): LeafAnswer {
  if ('some' in node) return evaluateCount(node.some, { atLeast: 1 }, scope);
  if ('count' in node) return evaluateCount(node.count, node.count, scope);
  if ('every' in node) return evaluateEvery(node.every, scope);
  if ('sumDuration' in node) return evaluateSumDuration(node.sumDuration, scope);
  if ('examWindow' in node) return evaluateExamWindow(node.examWindow, scope);
  if ('withinPeriod' in node) return evaluateWithinPeriod(node.withinPeriod, scope);
  if ('asOf' in node) return evaluateRegistryJoin(node.asOf, scope);
  if ('table' in node) return evaluateTable(node.table, scope);
  if ('notResearched' in node) return notResearched;
  if ('fact' in node) return evaluateComparison(node as Extract<Node, FactRef>, scope);
  throw new Error(`No such operator: ${Object.keys(node).join(', ')}; the loader refuses it.`);
}

function frameLeaf(answer: LeafAnswer, node: Node, path: string, grade: CitationGrade | undefined): Outcome {
  const { truth } = answer;
  const framed: { -readonly [K in keyof Outcome]: Outcome[K] } = {
    path,
    node,
    truth,
    standing: truth === 'false' ? 'final' : truth === 'unknown' ? 'unknown' : 'met',
    reasons: truth === 'unknown' ? answer.reasons : [],
    missing: truth === 'unknown' ? answer.missing : [],
    independentOf: [],
    children: [],
  };
  if (truth === 'notApplicable') return framed;
  if (answer.matched !== undefined) framed.matched = answer.matched;
  if (answer.possible !== undefined) framed.possible = answer.possible;
  if (truth === 'unknown') return framed;
  framed.strength = answer.strength;
  if (grade !== undefined) framed.grade = grade;
  return framed;
}
