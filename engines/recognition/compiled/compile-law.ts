/** One law compiled once and asked for many people. A generator of code would start from the same compiled nodes. */
import type { Facts } from '../language/facts.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { RegistryView } from '../reference/scope.ts';
import { newAssembly } from './assembly.ts';
import { compileTest } from './compile-node.ts';
import { type CompiledRule, compileRule } from './compile-rule.ts';
import type { Compiler } from './compiled-node.ts';
import { asPerson, type Frame, forget, isPerson, loadFrame, newFrame, type Sizes } from './frame.ts';
import { type Layout, newLayout } from './layout.ts';
import { NOT_RESEARCHED, U, unknown } from './packed.ts';
import { BEING_JUDGED, standingOfSteps } from './standing-of-steps.ts';

export type CompiledLaw = {
  readonly rules: readonly CompiledRule[];
  readonly ruleNumbers: ReadonlyMap<string, number>;
  readonly layout: Layout;
  /** A frame with a person's facts: a new one, or the one given with the person in it replaced. */
  readonly load: (facts: Facts, registry: RegistryView, into?: Frame) => Frame;
  /** The same frame and person, with nothing found yet. */
  readonly forget: (frame: Frame) => Frame;
  /** The packed answer; the state of every node of the rule is in the frame afterwards. */
  readonly evaluateRule: (rule: number, frame: Frame) => number;
  /** The truth alone, by the shortest way; nothing else is in the frame afterwards. */
  readonly verdictOfRule: (rule: number, frame: Frame) => number;
};

const DONE = 2;

export function compileLaw(law: ResolvedLaw, vocabulary: Vocabulary): CompiledLaw {
  const layout = newLayout();
  const steps = [...law.steps.values()];
  const rules: CompiledRule[] = [];
  const compiler: Compiler = {
    compileTest,
    law,
    layout,
    listKeys: keysOfLists(vocabulary),
    ruleNumbers: new Map([...law.rules.keys()].map((id, number) => [id, number])),
    stepNumbers: new Map(steps.map((step, number) => [step.step, number])),
    evaluateRule: (number, frame) => evaluateRule(rules[number] as CompiledRule, number, frame),
    verdictOfRule: (number, frame) => verdictOfRule(rules[number] as CompiledRule, number, frame),
    missingOfRule: (number, frame) => (rules[number] as CompiledRule).missing(frame),
    standingOfStep: (step, frame) => standingOf(step, frame),
  };
  const standingOf = standingOfSteps(steps, law, compiler);
  const assembly = newAssembly((frame) => frame.answers);
  for (const resolved of law.rules.values())
    rules.push(compileRule(resolved, rules.length, compiler, assembly));
  const sizes: Sizes = {
    rows: assembly.rows.length,
    rules: rules.length,
    steps: steps.length,
    names: [...layout.scalars.keys()],
  };
  return {
    rules,
    ruleNumbers: compiler.ruleNumbers,
    layout,
    load: (facts, registry, into) =>
      loadFrame(into ?? newFrame(layout, sizes, registry), layout, sizes, facts, registry),
    forget,
    evaluateRule: compiler.evaluateRule,
    verdictOfRule: compiler.verdictOfRule,
  };
}

const keysOfLists = ({ sections }: Vocabulary): ReadonlyMap<string, string> =>
  new Map(
    [...sections.values()].flatMap(({ section, key }) =>
      key === undefined ? [] : [[section, key] as const],
    ),
  );

/** Judged once for a person; a rule that is asked for within itself is unknown there. */
function evaluateRule(rule: CompiledRule, number: number, frame: Frame): number {
  const held = frame.rules[number] as number;
  if (held >= DONE) return held - DONE;
  if (held === BEING_JUDGED) return unknown(NOT_RESEARCHED);
  frame.rules[number] = BEING_JUDGED;
  const packed = isPerson(frame) ? rule.evaluate(frame) : asPerson(frame, rule.evaluate);
  frame.rules[number] = packed + DONE;
  return packed;
}

function verdictOfRule(rule: CompiledRule, number: number, frame: Frame): number {
  const held = frame.verdicts[number] as number;
  if (held >= DONE) return held - DONE;
  if (held === BEING_JUDGED) return U;
  frame.verdicts[number] = BEING_JUDGED;
  const truth = isPerson(frame) ? rule.verdict(frame) : asPerson(frame, rule.verdict);
  frame.verdicts[number] = truth + DONE;
  return truth;
}
