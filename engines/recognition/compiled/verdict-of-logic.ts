/** The truth of logical nodes by the shortest way: children are asked until it is settled. `docs/semantics.md` section 2. */
import type { Node } from '../language/nodes.ts';
import { truthOfCount } from './combine.ts';
import type { CompiledNode, Evaluate } from './compiled-node.ts';
import { F, N, T, U } from './packed.ts';

export function verdictOfLogic(node: Node, children: readonly CompiledNode[]): Evaluate {
  const parts = children.map((child) => child.verdict);
  if ('all' in node) return untilFound(parts, F, T);
  if ('any' in node) return untilFound(parts, T, F);
  if ('not' in node) return verdictOfNot(parts);
  if ('if' in node) return verdictOfIf(parts);
  if ('unless' in node) return verdictOfUnless(parts);
  if ('exactly' in node) return verdictOfCount(parts, node.exactly.n, true);
  if ('atLeast' in node && typeof node.atLeast === 'object')
    return verdictOfCount(parts, node.atLeast.n, false);
  throw new Error(`No such logic: ${Object.keys(node).join(', ')}; the loader refuses it.`);
}

/** `all` is false at the first false child and otherwise true, `any` the other way round. */
function untilFound(parts: readonly Evaluate[], decisive: number, otherwise: number): Evaluate {
  return (frame) => {
    let truth = N;
    for (const part of parts) {
      const its = part(frame);
      if (its === decisive) return decisive;
      if (its === U) truth = U;
      else if (its === otherwise && truth === N) truth = otherwise;
    }
    return truth;
  };
}

function verdictOfNot([part]: readonly Evaluate[]): Evaluate {
  const child = part as Evaluate;
  return (frame) => {
    const its = child(frame);
    return its === T ? F : its === F ? T : its;
  };
}

function verdictOfIf([condition, then, otherwise = () => N]: readonly Evaluate[]): Evaluate {
  const [ask, branch] = [condition as Evaluate, then as Evaluate];
  return (frame) => {
    const its = ask(frame);
    if (its === T) return branch(frame);
    if (its !== U) return otherwise(frame);
    const truth = branch(frame);
    return truth !== U && otherwise(frame) === truth ? truth : U;
  };
}

function verdictOfUnless([condition, then]: readonly Evaluate[]): Evaluate {
  const [ask, branch] = [condition as Evaluate, then as Evaluate];
  return (frame) => {
    const its = ask(frame);
    if (its === T) return N;
    const truth = branch(frame);
    return its === U && truth !== N ? U : truth;
  };
}

function verdictOfCount(parts: readonly Evaluate[], n: number, exactly: boolean): Evaluate {
  return (frame) => {
    let [trues, unknowns, applicable] = [0, 0, 0];
    for (const part of parts) {
      const its = part(frame);
      if (its === N) continue;
      applicable += 1;
      if (its === T) trues += 1;
      if (its === U) unknowns += 1;
      if (exactly ? trues > n : trues >= n) return exactly ? F : T;
    }
    return truthOfCount(trues, unknowns, applicable, n, exactly);
  };
}
