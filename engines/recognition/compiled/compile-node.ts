/** A node to a row of a program, after the rows of its children. Every logical child is evaluated, so that the explanation is complete. */
import { strongestGrade } from '../../kernel/index.ts';
import type { Node } from '../language/nodes.ts';
import { childrenOf } from '../operators/index.ts';
import { newInnerAssembly } from './assembly.ts';
import { candidatesBelow } from './candidates.ts';
import { combinerOf } from './combine.ts';
import { compileLeaf } from './compile-leaf.ts';
import { type Assembly, type CompiledNode, isInner, type Place, type Test } from './compiled-node.ts';
import { curesOf } from './cures.ts';
import type { Frame } from './frame.ts';
import { missingOfLogic } from './missing-of-logic.ts';
import { gradeCode, truthOf } from './packed.ts';
import { ALL, ANY, BOUNDS, CALL, COMBINE, type Row } from './program.ts';
import { settleVerdict, settling } from './settle.ts';
import { verdictOfLogic } from './verdict-of-logic.ts';

export type Site = { readonly place: Place; readonly assembly: Assembly; readonly path: string };

export function compileNode(node: Node, { place, assembly, path }: Site): CompiledNode {
  const grade =
    node.cite === undefined ? place.grade : gradeCode(strongestGrade(node.cite.map((cite) => cite.grade)));
  const site: Site = { place: { ...place, grade }, assembly, path };
  if ('rule' in node) return compileReference(node, site);
  return isLogic(node) ? compileLogical(node, site) : compileLeafNode(node, site);
}

/** Also where it has no children: `all` of nothing. */
const isLogic = (node: Node): boolean => 'all' in node || 'any' in node || childrenOf(node).length > 0;

/** A node inside an operator, with a program of its own. */
export function compileTest(node: Node, place: Place): Test {
  const root = compileNode(node, { place, assembly: newInnerAssembly(), path: '' });
  return {
    evaluate: root.evaluate,
    missing: (frame) => {
      root.evaluate(frame);
      return root.missing(frame);
    },
  };
}

function compileLeafNode(node: Node, { place, assembly, path }: Site): CompiledNode {
  const { evaluate, within, missing, trace } = compileLeaf(node, place);
  const finish = curesOf(node, place);
  const row = addRow(
    within === undefined
      ? { op: CALL, call: evaluate, finish }
      : { op: BOUNDS, within, call: evaluate, finish },
    assembly,
  );
  return {
    node,
    row,
    first: row,
    path,
    children: [],
    missesItsFact: within !== undefined,
    trace,
    evaluate: (frame) => assembly.run(row, row, frame),
    verdict: (frame) => truthOf(evaluate(frame)),
    missing: remembered(row, place, missing),
  };
}

function compileLogical(node: Node, { place, assembly, path }: Site): CompiledNode {
  const first = assembly.rows.length;
  const children = childrenOf(node).map(([name, child]) =>
    compileNode(child, { place, assembly, path: `${path}/${child.id ?? name}` }),
  );
  const row = assembly.rows.length;
  const rows = children.map((child) => child.row);
  const cures = curesOf(node, place);
  const candidates = isInner(place) ? [] : candidatesBelow(node, place.compiler);
  const verdict = verdictOfLogic(node, children);
  // The cells are tried on the rows of this node, whose last one does not try cells again.
  const again = (frame: Frame): number => assembly.run(first, row, frame);
  const settle = candidates.length === 0 ? undefined : settling({ number: row, candidates, again });
  const finish =
    settle === undefined
      ? cures
      : (answer: number, frame: Frame): number => {
          const settled = settle(answer, frame);
          return cures === undefined ? settled : cures(settled, frame);
        };
  addRow(logicRow(node, place.grade, rows, finish), assembly);
  return {
    node,
    row,
    first,
    path,
    children,
    missesItsFact: false,
    evaluate: again,
    verdict: candidates.length === 0 ? verdict : settleVerdict(candidates, verdict),
    missing: remembered(row, place, (frame) =>
      missingOfLogic(node, children, assembly.answersOf(frame), frame),
    ),
  };
}

function logicRow(node: Node, grade: number, children: readonly number[], finish: Row['finish']): Row {
  const op = 'all' in node ? ALL : 'any' in node ? ANY : COMBINE;
  return { op, children, combine: combinerOf(node, grade), finish };
}

function addRow(row: Row, { rows }: Assembly): number {
  rows.push(row);
  return rows.length - 1;
}

/** Inside `where` the answer is another for each entry; elsewhere it stays until other facts are loaded. */
function remembered(row: number, place: Place, missing: CompiledNode['missing']): CompiledNode['missing'] {
  if (isInner(place)) return missing;
  return (frame) => {
    const held = frame.missing.get(row);
    if (held !== undefined) return held;
    const found = missing(frame);
    frame.missing.set(row, found);
    return found;
  };
}

function compileReference(
  node: Extract<Node, { rule: string }>,
  { place, assembly, path }: Site,
): CompiledNode {
  const { compiler } = place;
  const rule = compiler.ruleNumbers.get(node.rule);
  if (rule === undefined) throw new Error(`No rule ${node.rule}; lint refuses the pack.`);
  const call = (frame: Frame): number => compiler.evaluateRule(rule, frame);
  const row = addRow({ op: CALL, call, finish: curesOf(node, place) }, assembly);
  return {
    node,
    row,
    first: row,
    path,
    children: [],
    missesItsFact: false,
    rule,
    evaluate: (frame) => assembly.run(row, row, frame),
    verdict: (frame) => compiler.verdictOfRule(rule, frame),
    missing: (frame) => compiler.missingOfRule(rule, frame),
  };
}
