/** One rule over planes: its logic and comparisons by columns, every other leaf by what the closures say of each person. */
import type { CompiledLaw } from '../compiled/compile-law.ts';
import type { CompiledNode } from '../compiled/compiled-node.ts';
import { truthOf } from '../compiled/packed.ts';
import type { Node } from '../language/nodes.ts';
import type { ResolvedRule } from '../query/resolve-query.ts';
import { askNode, type PlaneNode, type RowLeaf } from './block.ts';
import { boundsOf, chooseVersion, isBounded, type VersionPlan } from './choose-version.ts';
import {
  combineAll,
  combineAny,
  combineCount,
  combineIf,
  combineNot,
  combineUnless,
  copyOf,
  nothing,
  unknownToAll,
} from './combine-planes.ts';
import { compileScalar, type ScalarCompiler } from './compile-scalar.ts';
import type { Planes } from './planes.ts';

export type RulePlan = {
  readonly id: string;
  readonly number: number;
  readonly root: PlaneNode;
  readonly rowLeaves: readonly RowLeaf[];
  /** The rules that it refers to, which are judged before it. */
  readonly refersTo: readonly number[];
};

export type RuleCompiler = ScalarCompiler & {
  readonly compiled: CompiledLaw;
  /** Rules that refer to themselves are judged person by person. */
  readonly isCircular: (rule: string) => boolean;
  readonly nextRowLeaf: () => number;
};

type Notes = { readonly rowLeaves: RowLeaf[]; readonly refersTo: number[] };

export function compileRulePlanes({ rule, state, versions }: ResolvedRule, compiler: RuleCompiler): RulePlan {
  const { compiled } = compiler;
  const number = compiled.ruleNumbers.get(rule.rule) ?? -1;
  const notes: Notes = { rowLeaves: [], refersTo: [] };
  const plan = (root: PlaneNode): RulePlan => ({ id: rule.rule, number, root, ...notes });
  if (state !== 'known') return plan(unknownToAll());
  const askRule = (): PlaneNode =>
    askRows((frame) => truthOf(compiled.evaluateRule(number, frame)), notes, compiler);
  if (compiler.isCircular(rule.rule)) return plan(askRule());
  const anchors = versions.filter(isBounded).map(({ appliesTo }) => appliesTo?.anchor ?? '');
  if (anchors.some((anchor) => compiler.columnOf(anchor)?.kind !== 'numbers')) return plan(askRule());
  const chosen = versions.map((version, index): VersionPlan => {
    const root = compiled.rules[number]?.versions[index]?.root as CompiledNode;
    const anchor = isBounded(version) ? compiler.columnOf(version.appliesTo?.anchor ?? '') : undefined;
    return {
      ...boundsOf(version),
      anchor: anchor?.number,
      root: compilePlanes(version.when, root, notes, compiler),
    };
  });
  return plan(chooseVersion(chosen));
}

function compilePlanes(node: Node, compiled: CompiledNode, notes: Notes, compiler: RuleCompiler): PlaneNode {
  const parts = (nodes: readonly Node[]): readonly PlaneNode[] =>
    nodes.map((part, index) => below(part, index));
  const below = (part: Node, index: number): PlaneNode =>
    compilePlanes(part, compiled.children[index] as CompiledNode, notes, compiler);
  if ('all' in node) return combineAll(parts(node.all));
  if ('any' in node) return combineAny(parts(node.any));
  if ('not' in node) return combineNot(below(node.not, 0));
  if ('atLeast' in node && typeof node.atLeast === 'object')
    return combineCount(parts(node.atLeast.of), node.atLeast.n, 'atLeast');
  if ('exactly' in node) return combineCount(parts(node.exactly.of), node.exactly.n, 'exactly');
  if ('if' in node) {
    const otherwise = node.else === undefined ? nothing() : below(node.else, 2);
    return combineIf(below(node.if, 0), below(node.then, 1), otherwise);
  }
  if ('unless' in node) return combineUnless(below(node.unless, 0), below(node.then, 1));
  return compileLeafPlanes(node, compiled, notes, compiler);
}

function compileLeafPlanes(
  node: Node,
  compiled: CompiledNode,
  notes: Notes,
  compiler: RuleCompiler,
): PlaneNode {
  if ('notResearched' in node) return unknownToAll();
  if ('rule' in node) return referTo(compiler.compiled.ruleNumbers.get(node.rule) ?? -1, notes);
  const scalar = 'fact' in node ? compileScalar(node, compiler) : undefined;
  return scalar ?? askRows(askNode(compiled), notes, compiler);
}

function referTo(rule: number, notes: Notes): PlaneNode {
  notes.refersTo.push(rule);
  return copyOf(({ ruleAnswers }) => ruleAnswers[rule] as Planes);
}

function askRows(ask: RowLeaf['ask'], notes: Notes, compiler: RuleCompiler): PlaneNode {
  const number = compiler.nextRowLeaf();
  notes.rowLeaves.push({ number, ask });
  return copyOf(({ rowAnswers }) => rowAnswers[number] as Planes);
}
