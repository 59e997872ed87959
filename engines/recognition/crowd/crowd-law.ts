/**
 * One law over a crowd: how everybody stands on each rule, step and route, by columns. Compiled code is asked person by person, once
 * for each combination of what decides, where columns do not tell: where values must be tried (`docs/semantics.md` section 7), where
 * the anchor chooses between versions, and where steps or rules hang on themselves.
 */
import type { PlaneNode } from '../batch/block.ts';
import { type ColumnPlan, kindOf } from '../batch/columns.ts';
import { compileScalar } from '../batch/compile-scalar.ts';
import { type CompiledLaw, compileLaw } from '../compiled/compile-law.ts';
import type { CompiledNode } from '../compiled/compiled-node.ts';
import { rulesOfRoute } from '../compiled/rules-of-route.ts';
import type { Node } from '../language/nodes.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { childrenOf } from '../operators/index.ts';
import type { ReachOf } from '../population/reach.ts';
import { isRouteInForce, type ResolvedLaw, type ResolvedRule } from '../query/resolve-query.ts';
import type { RegistryView } from '../reference/scope.ts';
import { askPeople } from './ask-people.ts';
import {
  type StandNode,
  standLeast,
  standOnAll,
  standOnAny,
  standOnCount,
  standOnIf,
  standOnNot,
  standOnUnless,
  standWithSteps,
} from './combine-standings.ts';
import { type Crowd, columnsNamedIn } from './crowd.ts';
import { rulesInCircles } from './law-order.ts';
import { layOutCrowd } from './lay-out-crowd.ts';
import { nameOfLeaf } from './name-of-leaf.ts';
import { copyStandings, fillNotApplicable, fillUnknown, newStandings, standOnTruth } from './standings.ts';
import type { ValueLeaves } from './value-leaves.ts';

export type CrowdLawInput = {
  readonly law: ResolvedLaw;
  readonly vocabulary: Vocabulary;
  readonly crowd: Crowd;
  readonly registry: RegistryView;
  readonly leaves: ValueLeaves;
  readonly reach: ReachOf;
  /** Rules already made ready, by all that they rest on: of another version of the law that has the same words. */
  readonly shared: Map<string, StandNode>;
};

export type CrowdLaw = {
  /** The planes `yes`, `open` and `curable` of a route: open, not closed for certain, open with steps. Undefined while it is not in force. */
  readonly route: (id: string) => StandNode | undefined;
};

/** What the making of nodes needs. */
export type Maker = CrowdLawInput & {
  readonly compiled: CompiledLaw;
  readonly columnOf: (fact: string) => ColumnPlan | undefined;
  readonly codeOf: (code: string) => number;
  readonly plane: (node: PlaneNode) => StandNode;
  readonly rule: (id: string) => StandNode;
  readonly step: (id: string) => StandNode;
};

export function openCrowdLaw(input: CrowdLawInput): CrowdLaw {
  const { law, vocabulary, crowd, shared, reach } = input;
  const compiled = compileLaw(law, vocabulary);
  const circles = rulesInCircles(law);
  const columns = new Map<string, ColumnPlan>();
  const codes = new Map<string, number>();
  const block = layOutCrowd(crowd, codes);
  const [rules, steps] = [new Map<string, StandNode>(), new Map<string, StandNode>()];
  const maker: Maker = {
    ...input,
    compiled,
    columnOf: (fact) => columnOf(fact, columns, vocabulary),
    codeOf: (code) => numberOf(code, codes),
    plane: (node) => (into, words) => standOnTruth(node(block([...columns.values()])), into, words),
    rule: (id) => {
      const held = rules.get(id);
      if (held !== undefined) return held;
      const { text } = reach({ rule: id });
      const made = shared.get(text) ?? remembered(makeRule(id, circles.has(id), maker), crowd);
      shared.set(text, made);
      rules.set(id, made);
      return made;
    },
    step: (id) => {
      const held = steps.get(id) ?? remembered(makeStep(id, maker), crowd);
      steps.set(id, held);
      return held;
    },
  };
  return {
    route: (id) => {
      const route = law.routes.get(id);
      if (route === undefined || !isRouteInForce(route, law.query.on)) return undefined;
      return standLeast([...new Set(rulesOfRoute(id, law))].map(maker.rule));
    },
  };
}

/** Found once for each crowd. */
function remembered(node: StandNode, crowd: Crowd): StandNode {
  const held = newStandings();
  let filling = -1;
  return (into, words, depth) => {
    if (filling !== crowd.filling) {
      node(held, words, depth);
      filling = crowd.filling;
    }
    copyStandings(held, into, words);
  };
}

function makeStep(id: string, maker: Maker): StandNode {
  const { law, rule, step } = maker;
  const found = law.steps.get(id);
  if (found === undefined) throw new Error(`No step ${id}; lint refuses the pack.`);
  return standLeast(
    found.requires.flatMap((required) => {
      if ('rule' in required) return [rule(required.rule)];
      return 'step' in required ? [step(required.step)] : rulesOfRoute(required.route, law).map(rule);
    }),
  );
}

function makeRule(id: string, inCircle: boolean, maker: Maker): StandNode {
  const { law, reach, crowd } = maker;
  const resolved = law.rules.get(id);
  if (resolved === undefined) throw new Error(`No rule ${id}; lint refuses the pack.`);
  if (resolved.state !== 'known') return fillUnknown;
  const reached = reach({ rule: id }).rules.map((rule) => law.rules.get(rule)?.versions);
  const inputs = columnsNamedIn(reached, crowd);
  if (inCircle) return askPeople({ id, inputs, maker });
  const leaves: StandNode[] = [];
  const roots = rootsOf(resolved, leaves, maker);
  return askPeople({ id, inputs, maker, logic: { resolved, roots, leaves } });
}

/** Each version by columns. Its leaves, before any step cures them, are noted. */
function rootsOf({ rule, versions }: ResolvedRule, leaves: StandNode[], maker: Maker): readonly StandNode[] {
  const number = maker.compiled.ruleNumbers.get(rule.rule) as number;
  return versions.map(({ when }, index) =>
    makeNode(when, maker.compiled.rules[number]?.versions[index]?.root as CompiledNode, leaves, maker),
  );
}

function makeNode(node: Node, compiled: CompiledNode, leaves: StandNode[], maker: Maker): StandNode {
  const isLeaf = 'rule' in node || (childrenOf(node).length === 0 && !('all' in node) && !('any' in node));
  const bare = isLeaf ? makeLeaf(node, compiled, maker) : makeLogic(node, compiled, leaves, maker);
  if (isLeaf) leaves.push(bare);
  return node.cure === undefined ? bare : standWithSteps(bare, node.cure.map(maker.step));
}

function makeLogic(node: Node, { children }: CompiledNode, leaves: StandNode[], maker: Maker): StandNode {
  const parts = childrenOf(node).map(([, child], index) =>
    makeNode(child, children[index] as CompiledNode, leaves, maker),
  );
  const [first = fillNotApplicable, second = fillNotApplicable, third = fillNotApplicable] = parts;
  if ('all' in node) return standOnAll(parts);
  if ('any' in node) return standOnAny(parts);
  if ('not' in node) return standOnNot(first);
  if ('if' in node) return standOnIf(first, second, third);
  if ('unless' in node) return standOnUnless(first, second);
  if ('exactly' in node) return standOnCount(parts, node.exactly.n, true);
  if ('atLeast' in node && typeof node.atLeast === 'object')
    return standOnCount(parts, node.atLeast.n, false);
  throw new Error(`No such logic: ${Object.keys(node).join(', ')}; the loader refuses it.`);
}

function makeLeaf(node: Node, compiled: CompiledNode, maker: Maker): StandNode {
  if ('rule' in node) return maker.rule(node.rule);
  if ('notResearched' in node) return fillUnknown;
  const scalar = 'fact' in node ? compileScalar(node, maker) : undefined;
  if (scalar !== undefined) return maker.plane(scalar);
  const { name, parts } = nameOfLeaf(node, maker);
  return maker.leaves.leaf(name, columnsNamedIn(parts, maker.crowd), {
    law: maker.compiled,
    ask: (frame) => compiled.verdict(frame),
  });
}

function columnOf(
  fact: string,
  columns: Map<string, ColumnPlan>,
  vocabulary: Vocabulary,
): ColumnPlan | undefined {
  const held = columns.get(fact);
  if (held !== undefined) return held;
  const kind = kindOf(fact, vocabulary);
  if (kind === undefined) return undefined;
  const plan: ColumnPlan = { fact, number: columns.size, kind, named: new Set() };
  columns.set(fact, plan);
  return plan;
}

function numberOf(code: string, codes: Map<string, number>): number {
  const number = codes.get(code) ?? codes.size;
  codes.set(code, number);
  return number;
}
