/** A node to closures. Every logical child is evaluated, so that the explanation is complete; states are recorded by node number. */
import { strongestGrade } from '../../kernel/index.ts';
import type { Node } from '../language/nodes.ts';
import { childrenOf } from '../operators/index.ts';
import { candidatesBelow } from './candidates.ts';
import { compileLeaf } from './compile-leaf.ts';
import { logicOf } from './compile-logic.ts';
import { type CompiledNode, type Evaluate, isInner, type Place } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { missingOfLogic } from './missing-of-logic.ts';
import { bound, CURABLE, gradeCode, N, standingOf, T, truthOf, withStanding } from './packed.ts';
import { type Raise, settleNode, settleVerdict } from './settle.ts';

/** `number` is given by the parent, which records; a node without a parent takes the next. */
export function compileNode(node: Node, place: Place, path: string, number?: number): CompiledNode {
  const grade =
    node.cite === undefined ? place.grade : gradeCode(strongestGrade(node.cite.map((cite) => cite.grade)));
  const here: Place = { ...place, grade, path };
  const own = isInner(place) ? -1 : (number ?? place.compiler.layout.nodes++);
  if ('rule' in node) return compileReference(node, here, own);
  return childrenOf(node).length > 0 || isEmptyLogic(node)
    ? compileLogical(node, here, own)
    : compileLeafNode(node, here, own);
}

const isEmptyLogic = (node: Node): boolean => 'all' in node || 'any' in node;

function compileLeafNode(node: Node, place: Place, number: number): CompiledNode {
  const { evaluate, missing, ...leaf } = compileLeaf(node, place);
  return {
    ...leaf,
    node,
    number,
    path: place.path,
    children: [],
    evaluate: withRaise(raiseOf(node, place), evaluate),
    verdict: (frame) => truthOf(evaluate(frame)),
    missing: remembered(number, missing),
  };
}

function compileLogical(node: Node, place: Place, number: number): CompiledNode {
  const { compiler, path } = place;
  const parts = childrenOf(node);
  const first = isInner(place) ? -1 : compiler.layout.nodes;
  if (first >= 0) compiler.layout.nodes += parts.length;
  const children = parts.map(([name, child], index) =>
    compileNode(child, place, `${path}/${child.id ?? name}`, first + index),
  );
  const logic = logicOf(node, children, first);
  const missing = remembered(number, (frame) => missingOfLogic(node, children, frame));
  const common = { node, number, path, children, missing };
  const raise = raiseOf(node, place);
  const evaluate = withRaise(raise, logic.evaluate);
  const candidates = isInner(place) ? [] : candidatesBelow(node, compiler);
  if (candidates.length === 0) return { ...common, evaluate, verdict: logic.verdict };
  return {
    ...common,
    evaluate: settleNode({ number, candidates, evaluate, raise }),
    verdict: settleVerdict(candidates, logic.verdict),
  };
}

/** Inside `where` the answer is another for each entry; elsewhere it stays until other facts are loaded. */
function remembered(
  number: number,
  missing: (frame: Frame) => readonly string[],
): (frame: Frame) => readonly string[] {
  if (number < 0) return missing;
  return (frame) => {
    const held = frame.missing.get(number);
    if (held !== undefined) return held;
    const found = missing(frame);
    frame.missing.set(number, found);
    return found;
  };
}

/** A node that is false or unknown stands at least as well as the best step that cures it. */
function raiseOf(node: Node, place: Place): Raise | undefined {
  if (node.cure === undefined || isInner(place)) return undefined;
  const { compiler } = place;
  const steps = node.cure.map((step) => {
    const number = compiler.stepNumbers.get(step);
    if (number === undefined) throw new Error(`No step ${step}; lint refuses the pack.`);
    return number;
  });
  return (packed, frame) => {
    const truth = truthOf(packed);
    if (truth === T || truth === N) return packed;
    let standing = standingOf(packed);
    for (const step of steps)
      standing = Math.max(standing, Math.min(CURABLE, compiler.standingOfStep(step, frame)));
    return withStanding(packed, bound(standing, truth));
  };
}

const withRaise = (raise: Raise | undefined, evaluate: Evaluate): Evaluate =>
  raise === undefined ? evaluate : (frame) => raise(evaluate(frame), frame);

function compileReference(node: Extract<Node, { rule: string }>, place: Place, number: number): CompiledNode {
  const { compiler, path } = place;
  const rule = compiler.ruleNumbers.get(node.rule);
  if (rule === undefined) throw new Error(`No rule ${node.rule}; lint refuses the pack.`);
  return {
    node,
    number,
    path,
    children: [],
    rule,
    evaluate: withRaise(raiseOf(node, place), (frame) => compiler.evaluateRule(rule, frame)),
    verdict: (frame) => compiler.verdictOfRule(rule, frame),
    missing: (frame) => compiler.missingOfRule(rule, frame),
  };
}
