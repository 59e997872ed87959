/** One law compiled once and asked for many people. A generator of code would start from the same compiled nodes. */
import type { Facts } from '../language/facts.ts';
import type { Step } from '../language/pack.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { RegistryView } from '../reference/scope.ts';
import { compileNode } from './compile-node.ts';
import { type CompiledRule, compileRule, judge, missingOf } from './compile-rule.ts';
import type { Compiler } from './compiled-node.ts';
import { type Frame, type Layout, loadFrame, type Sizes } from './frame.ts';
import { FINAL, MET, N, NOT_RESEARCHED, standingOf, truthOf, unknown } from './packed.ts';
import { rulesOfRoute } from './rules-of-route.ts';
import { circlesOf } from './step-circles.ts';

export type CompiledLaw = {
  readonly rules: readonly CompiledRule[];
  readonly ruleNumbers: ReadonlyMap<string, number>;
  readonly layout: Layout;
  readonly sizes: Sizes;
  readonly load: (facts: Facts, registry: RegistryView) => Frame;
  /** The packed answer; the state of every node of the rule is in the frame afterwards. */
  readonly evaluateRule: (rule: number, frame: Frame) => number;
  readonly missingOfRule: (rule: number, frame: Frame) => readonly string[];
  /** Under this number `frame.independent` notes what a choice between versions does not depend on. */
  readonly numberOfRule: (rule: number) => number;
};

const BEING_JUDGED = 1;
const DONE = 2;

export function compileLaw(law: ResolvedLaw, vocabulary: Vocabulary): CompiledLaw {
  const layout: Layout = {
    scalars: new Map(),
    lists: new Map(),
    fields: new Map(),
    codes: new Map(),
    nodes: 0,
  };
  const ruleIds = [...law.rules.keys()];
  const steps = [...law.steps.values()];
  const rules: CompiledRule[] = [];
  const numberOfRule = (rule: number): number => -1 - rule;

  const evaluateRule = (number: number, frame: Frame): number => {
    const held = frame.rules[number] ?? 0;
    if (held >= DONE) return held - DONE;
    if (held === BEING_JUDGED) return unknown(NOT_RESEARCHED);
    frame.rules[number] = BEING_JUDGED;
    const { its, outer, row } = frame;
    frame.its = undefined;
    frame.outer = undefined;
    frame.row = undefined;
    const packed = judge(rules[number] as CompiledRule, frame, numberOfRule(number));
    frame.its = its;
    frame.outer = outer;
    frame.row = row;
    frame.rules[number] = packed + DONE;
    return packed;
  };

  const compiler: Compiler = {
    compileNode,
    law,
    layout,
    listKeys: new Map(
      [...vocabulary.sections.values()].flatMap((section) =>
        section.key === undefined ? [] : [[section.section, section.key] as const],
      ),
    ),
    ruleNumbers: new Map(ruleIds.map((id, number) => [id, number])),
    stepNumbers: new Map(steps.map((step, number) => [step.step, number])),
    evaluateRule,
    missingOfRule: (rule, frame) => missingOf(rules[rule] as CompiledRule, frame),
    standingOfStep: (step, frame) => standingOfStep(step, frame),
  };
  for (const resolved of law.rules.values()) rules.push(compileRule(resolved, compiler));

  const circles = circlesOf(steps, law, compiler);
  const standingOfStep = (number: number, frame: Frame): number => {
    const held = frame.steps[number] ?? 0;
    if (held > 0) return held - 1;
    const circle = circles[number];
    return circle === undefined
      ? remember(number, standingOf_(steps[number] as Step, frame), frame)
      : settleCircle(circle, number, frame);
  };
  const remember = (number: number, standing: number, frame: Frame): number => {
    frame.steps[number] = standing + 1;
    return standing;
  };
  const standingOfRule = (id: string, frame: Frame): number => {
    const packed = evaluateRule(compiler.ruleNumbers.get(id) ?? -1, frame);
    return truthOf(packed) === N ? MET : standingOf(packed);
  };
  const standingOf_ = (step: Step, frame: Frame): number => {
    let standing = MET;
    for (const required of step.requires) {
      if ('step' in required)
        standing = Math.min(standing, standingOfStep(compiler.stepNumbers.get(required.step) ?? -1, frame));
      else if ('rule' in required) standing = Math.min(standing, standingOfRule(required.rule, frame));
      else
        for (const rule of rulesOfRoute(required.route, law))
          standing = Math.min(standing, standingOfRule(rule, frame));
    }
    return standing;
  };

  /** Steps that need each other: from "none can be taken" upwards until nothing changes. Rules on the way are judged anew each time. */
  const settleCircle = (circle: Circle, wanted: number, frame: Frame): number => {
    const keep = circle.rules.map((rule) => frame.rules[rule] ?? 0);
    for (const step of circle.steps) frame.steps[step] = FINAL + 1;
    for (let changed = true; changed; ) {
      changed = false;
      for (const step of circle.steps) {
        for (const rule of circle.rules) frame.rules[rule] = 0;
        const standing = standingOf_(steps[step] as Step, frame);
        if (standing + 1 === frame.steps[step]) continue;
        frame.steps[step] = standing + 1;
        changed = true;
      }
    }
    for (const [index, rule] of circle.rules.entries())
      frame.rules[rule] = keep[index] === BEING_JUDGED ? BEING_JUDGED : 0;
    return (frame.steps[wanted] ?? 1) - 1;
  };

  const sizes: Sizes = { nodes: layout.nodes, rules: rules.length, steps: steps.length };
  return {
    rules,
    ruleNumbers: compiler.ruleNumbers,
    layout,
    sizes,
    load: (facts, registry) => loadFrame(layout, sizes, facts, registry),
    evaluateRule,
    missingOfRule: compiler.missingOfRule,
    numberOfRule,
  };
}

type Circle = NonNullable<ReturnType<typeof circlesOf>[number]>;
