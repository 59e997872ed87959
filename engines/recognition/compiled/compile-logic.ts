/** Logical nodes: one pass over the packed answers of the children. */
import type { Node } from '../language/nodes.ts';
import { type CompiledNode, sortedUnion } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import {
  bound,
  F,
  FINAL,
  gradeOf,
  greatest,
  least,
  MET,
  N,
  NOT_APPLICABLE,
  OPEN,
  pack,
  reasonsOf,
  standingOf,
  strengthOf,
  T,
  truthOf,
  U,
} from './packed.ts';

export type CombineChildren = (children: Int32Array) => number;

export function combinerOf(node: Node): CombineChildren | undefined {
  if ('all' in node) return combineAll;
  if ('any' in node) return combineAny;
  if ('not' in node) return combineNot;
  if ('atLeast' in node && !('fact' in node))
    return (children) => combineCount(children, node.atLeast.n, false);
  if ('exactly' in node) return (children) => combineCount(children, node.exactly.n, true);
  if ('if' in node) return combineIf;
  if ('unless' in node) return combineUnless;
  return undefined;
}

function combineAll(children: Int32Array): number {
  let [applicable, falses, unknowns, standing, reasons] = [0, 0, 0, MET, 0];
  let [falseStrength, falseGrade, trueStrength, trueGrade] = [0, 0, 0, 0];
  for (const child of children) {
    const truth = truthOf(child);
    if (truth === N) continue;
    applicable += 1;
    standing = Math.min(standing, standingOf(child));
    if (truth === F) {
      falses += 1;
      falseStrength = greatest(falseStrength, strengthOf(child));
      falseGrade = greatest(falseGrade, gradeOf(child));
    } else if (truth === U) {
      unknowns += 1;
      reasons |= reasonsOf(child);
    } else {
      trueStrength = least(trueStrength, strengthOf(child));
      trueGrade = least(trueGrade, gradeOf(child));
    }
  }
  if (applicable === 0) return NOT_APPLICABLE;
  if (falses > 0) return pack(F, bound(standing, F), falseStrength, falseGrade, 0);
  return unknowns > 0 ? pack(U, bound(standing, U), 0, 0, reasons) : pack(T, MET, trueStrength, trueGrade, 0);
}

function combineAny(children: Int32Array): number {
  let [applicable, trues, unknowns, standing, reasons] = [0, 0, 0, FINAL, 0];
  let [falseStrength, falseGrade, trueStrength, trueGrade] = [0, 0, 0, 0];
  for (const child of children) {
    const truth = truthOf(child);
    if (truth === N) continue;
    applicable += 1;
    standing = Math.max(standing, standingOf(child));
    if (truth === T) {
      trues += 1;
      trueStrength = greatest(trueStrength, strengthOf(child));
      trueGrade = greatest(trueGrade, gradeOf(child));
    } else if (truth === U) {
      unknowns += 1;
      reasons |= reasonsOf(child);
    } else {
      falseStrength = least(falseStrength, strengthOf(child));
      falseGrade = least(falseGrade, gradeOf(child));
    }
  }
  if (applicable === 0) return NOT_APPLICABLE;
  if (trues > 0) return pack(T, MET, trueStrength, trueGrade, 0);
  return unknowns > 0
    ? pack(U, bound(standing, U), 0, 0, reasons)
    : pack(F, bound(standing, F), falseStrength, falseGrade, 0);
}

function combineNot([child = NOT_APPLICABLE]: Int32Array): number {
  const truth = truthOf(child);
  if (truth === N) return NOT_APPLICABLE;
  if (truth === U) return pack(U, OPEN, 0, 0, reasonsOf(child));
  return truth === T
    ? pack(F, FINAL, strengthOf(child), gradeOf(child), 0)
    : pack(T, MET, strengthOf(child), gradeOf(child), 0);
}

function combineCount(children: Int32Array, n: number, exactly: boolean): number {
  let [trues, unknowns, applicable, reasons, strength, grade] = [0, 0, 0, 0, 0, 0];
  const standings: number[] = [];
  for (const child of children) {
    const truth = truthOf(child);
    if (truth === N) continue;
    applicable += 1;
    standings.push(standingOf(child));
    if (truth === U) {
      unknowns += 1;
      reasons |= reasonsOf(child);
      continue;
    }
    if (truth === T) trues += 1;
    strength = least(strength, strengthOf(child));
    grade = least(grade, gradeOf(child));
  }
  if (applicable === 0) return NOT_APPLICABLE;
  const impossible = trues + unknowns < n || (exactly && trues > n);
  const certain = exactly ? unknowns === 0 && trues === n : trues >= n;
  const truth = impossible ? F : certain ? T : U;
  const standing = exactly ? FINAL : nth(standings, n);
  return truth === U
    ? pack(U, bound(standing, U), 0, 0, reasons)
    : pack(truth, bound(standing, truth), strength, grade, 0);
}

/** The n-th greatest; final where there are fewer. */
function nth(standings: number[], n: number): number {
  standings.sort((a, b) => b - a);
  return standings[n - 1] ?? FINAL;
}

function combineIf(children: Int32Array): number {
  const [condition = NOT_APPLICABLE, then = NOT_APPLICABLE, otherwise = NOT_APPLICABLE] = children;
  if (truthOf(condition) === T) return joined(condition, then);
  if (truthOf(condition) !== U) return joined(condition, otherwise);
  const [a, b] = [truthOf(then), truthOf(otherwise)];
  if (a === N && b === N) return NOT_APPLICABLE;
  const standing = a === N || b === N ? OPEN : Math.min(standingOf(then), standingOf(otherwise));
  if (a === b && a !== U)
    return pack(
      a,
      bound(standing, a),
      least(strengthOf(then), strengthOf(otherwise)),
      least(gradeOf(then), gradeOf(otherwise)),
      0,
    );
  const reasons =
    reasonsOf(condition) | (a === U ? reasonsOf(then) : 0) | (b === U ? reasonsOf(otherwise) : 0);
  return pack(U, bound(standing, U), 0, 0, reasons);
}

function combineUnless(children: Int32Array): number {
  const [condition = NOT_APPLICABLE, then = NOT_APPLICABLE] = children;
  if (truthOf(condition) === T) return NOT_APPLICABLE;
  if (truthOf(condition) !== U) return joined(condition, then);
  if (truthOf(then) === N) return NOT_APPLICABLE;
  return pack(U, OPEN, 0, 0, reasonsOf(condition) | (truthOf(then) === U ? reasonsOf(then) : 0));
}

/** The branch that a condition chose: as strong as the weaker of the two. */
function joined(condition: number, branch: number): number {
  const truth = truthOf(branch);
  if (truth === N) return NOT_APPLICABLE;
  if (truth === U) return pack(U, bound(standingOf(branch), U), 0, 0, reasonsOf(branch));
  if (truthOf(condition) === N)
    return pack(truth, standingOf(branch), strengthOf(branch), gradeOf(branch), 0);
  return pack(
    truth,
    standingOf(branch),
    least(strengthOf(condition), strengthOf(branch)),
    least(gradeOf(condition), gradeOf(branch)),
    0,
  );
}

/** Asked only while the node is unknown: the children that keep it so. */
export function missingOfLogic(
  node: Node,
  children: readonly CompiledNode[],
  frame: Frame,
): readonly string[] {
  const answers = children.map((child) => ({ child, truth: truthOf(answerOf(child, frame)) }));
  if ('if' in node && answers[0]?.truth !== U) {
    const branch = answers[0]?.truth === T ? answers[1] : answers[2];
    return branch?.truth === U ? branch.child.missing(frame) : [];
  }
  return sortedUnion(answers.filter(({ truth }) => truth === U).map(({ child }) => child.missing(frame)));
}

/** What was recorded, with what the second stage found; inside `where` nothing is recorded and the child is asked again. */
export const answerOf = (child: CompiledNode, frame: Frame): number =>
  child.number < 0 ? child.evaluate(frame) : (frame.results[child.number] ?? 0);
