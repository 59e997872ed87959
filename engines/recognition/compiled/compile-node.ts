/** A node to a closure. Every logical child is evaluated, so that the explanation is complete; states are recorded by node number. */
import { strongestGrade } from '../../kernel/index.ts';
import type { Node } from '../language/nodes.ts';
import { childrenOf } from '../operators/index.ts';
import { compileComparison } from './compile-comparison.ts';
import { compileExamWindow, compileSumDuration } from './compile-durations.ts';
import {
  compileCount,
  compileEvery,
  compileRegistryJoin,
  compileTable,
  compileWithinPeriod,
  notResearched,
} from './compile-leaves.ts';
import { type CombineChildren, combinerOf, missingOfLogic } from './compile-logic.ts';
import { type CompiledLeaf, type CompiledNode, type Evaluate, isInner, type Place } from './compiled-node.ts';
import { candidatesBelow, tryCells } from './enumeration.ts';
import type { Frame } from './frame.ts';
import { bound, CURABLE, gradeCode, N, standingOf, T, truthOf, U, withStanding } from './packed.ts';

export function compileNode(node: Node, place: Place, path: string): CompiledNode {
  const grade =
    node.cite === undefined ? place.grade : gradeCode(strongestGrade(node.cite.map((cite) => cite.grade)));
  const here: Place = { ...place, grade, path };
  const number = isInner(place) ? -1 : place.compiler.layout.nodes++;
  if ('rule' in node) return compileReference(node, here, number);
  const combine = combinerOf(node);
  return combine === undefined
    ? compileLeafNode(node, here, number)
    : compileLogical(node, combine, here, number);
}

function compileLeafNode(node: Node, place: Place, number: number): CompiledNode {
  const leaf = compileLeaf(node, place);
  const cured = withCures(node, place, leaf.evaluate);
  return { node, number, path: place.path, children: [], ...leaf, evaluate: recorded(number, cured) };
}

function compileLogical(node: Node, combine: CombineChildren, place: Place, number: number): CompiledNode {
  const children = childrenOf(node).map(([name, child]) =>
    compileNode(child, place, `${place.path}/${child.id ?? name}`),
  );
  const evaluates = children.map((child) => child.evaluate);
  const packed = new Int32Array(evaluates.length);
  // A node may be evaluated again while its cells are tried, but never while its own children are being read.
  const bare: Evaluate = (frame) => {
    for (let index = 0; index < evaluates.length; index += 1)
      packed[index] = (evaluates[index] as Evaluate)(frame);
    return combine(packed);
  };
  const cured = withCures(node, place, bare);
  const missing = (frame: Frame): readonly string[] => missingOfLogic(node, children, frame);
  if (isInner(place)) return { node, number, path: place.path, children, evaluate: cured, missing };
  const candidates = candidatesBelow(node, place.compiler);
  const evaluate: Evaluate =
    candidates.length === 0 ? cured : (frame) => settle(cured, candidates, frame, number, node, place);
  return { node, number, path: place.path, children, evaluate: recorded(number, evaluate), missing };
}

function settle(
  cured: Evaluate,
  candidates: ReturnType<typeof candidatesBelow>,
  frame: Frame,
  number: number,
  node: Node,
  place: Place,
): number {
  const first = cured(frame);
  if (frame.trial || truthOf(first) !== U) return first;
  const found = tryCells(candidates, frame, cured);
  if (found === undefined) return first;
  frame.independent.set(number, found.facts);
  return raise(found.packed, node, place, frame);
}

/** A node that is false or unknown stands at least as well as the best step that cures it. */
function withCures(node: Node, place: Place, evaluate: Evaluate): Evaluate {
  if (node.cure === undefined || isInner(place)) return evaluate;
  return (frame) => raise(evaluate(frame), node, place, frame);
}

function raise(packed: number, node: Node, { compiler }: Place, frame: Frame): number {
  const truth = truthOf(packed);
  if (node.cure === undefined || truth === T || truth === N) return packed;
  let standing = standingOf(packed);
  for (const step of node.cure) {
    const number = compiler.stepNumbers.get(step);
    if (number === undefined) throw new Error(`No step ${step}; lint refuses the pack.`);
    standing = Math.max(standing, Math.min(CURABLE, compiler.standingOfStep(number, frame)));
  }
  return withStanding(packed, bound(standing, truth));
}

function recorded(number: number, evaluate: Evaluate): Evaluate {
  if (number < 0) return evaluate;
  return (frame) => {
    const packed = evaluate(frame);
    if (!frame.trial) frame.results[number] = packed;
    return packed;
  };
}

function compileReference(node: Extract<Node, { rule: string }>, place: Place, number: number): CompiledNode {
  const { compiler, path } = place;
  const rule = compiler.ruleNumbers.get(node.rule);
  if (rule === undefined) throw new Error(`No rule ${node.rule}; lint refuses the pack.`);
  const evaluate = withCures(node, place, (frame) => compiler.evaluateRule(rule, frame));
  return {
    node,
    number,
    path,
    children: [],
    rule,
    evaluate: recorded(number, evaluate),
    missing: (frame) => compiler.missingOfRule(rule, frame),
  };
}

function compileLeaf(node: Node, place: Place): CompiledLeaf {
  if ('some' in node) return compileCount(node.some, 1, Number.POSITIVE_INFINITY, place);
  if ('count' in node)
    return compileCount(
      node.count,
      node.count.atLeast ?? 0,
      node.count.atMost ?? Number.POSITIVE_INFINITY,
      place,
    );
  if ('every' in node) return compileEvery(node.every, place);
  if ('sumDuration' in node) return compileSumDuration(node.sumDuration, place);
  if ('examWindow' in node) return compileExamWindow(node.examWindow, place);
  if ('withinPeriod' in node) return compileWithinPeriod(node.withinPeriod, place);
  if ('asOf' in node) return compileRegistryJoin(node.asOf, place);
  if ('table' in node) return compileTable(node.table, place);
  if ('notResearched' in node) return notResearched;
  if ('fact' in node) return compileComparison(node, place);
  throw new Error(`No such operator: ${Object.keys(node).join(', ')}; the loader refuses it.`);
}
