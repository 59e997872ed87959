/** Whether steps can be taken: the least standing of what they require. `docs/semantics.md` section 3. */
import type { Step } from '../language/pack.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { Compiler } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { FINAL, MET, N, standingOf, truthOf } from './packed.ts';
import { rulesOfRoute } from './rules-of-route.ts';
import { circlesOf, type StepCircle } from './step-circles.ts';

export const BEING_JUDGED = 1;

export function standingOfSteps(
  steps: readonly Step[],
  law: ResolvedLaw,
  compiler: Compiler,
): (step: number, frame: Frame) => number {
  const circles = circlesOf(steps, law, compiler);
  const ask = (number: number, frame: Frame): number => {
    const held = frame.steps[number] as number;
    if (held > 0) return held - 1;
    const circle = circles[number];
    if (circle !== undefined) return settleCircle(circle, number, frame);
    const standing = standingNow(number, frame);
    frame.steps[number] = standing + 1;
    return standing;
  };
  const standingOfRule = (id: string, frame: Frame): number => {
    const packed = compiler.evaluateRule(compiler.ruleNumbers.get(id) as number, frame);
    return truthOf(packed) === N ? MET : standingOf(packed);
  };
  const standingOfRequired = (required: Step['requires'][number], frame: Frame): number => {
    if ('step' in required) return ask(compiler.stepNumbers.get(required.step) as number, frame);
    const rules = 'rule' in required ? [required.rule] : rulesOfRoute(required.route, law);
    return Math.min(MET, ...rules.map((rule) => standingOfRule(rule, frame)));
  };
  const standingNow = (number: number, frame: Frame): number =>
    Math.min(MET, ...(steps[number] as Step).requires.map((required) => standingOfRequired(required, frame)));

  /** Steps that need each other: from "none can be taken" upwards until nothing changes. Rules on the way are judged anew each time. */
  const settleCircle = (circle: StepCircle, wanted: number, frame: Frame): number => {
    const kept = circle.rules.map((rule) => frame.rules[rule] as number);
    for (const step of circle.steps) frame.steps[step] = FINAL + 1;
    for (let changed = true; changed; ) {
      changed = false;
      for (const step of circle.steps) {
        for (const rule of circle.rules) frame.rules[rule] = 0;
        const standing = standingNow(step, frame) + 1;
        changed ||= standing !== frame.steps[step];
        frame.steps[step] = standing;
      }
    }
    for (const [index, rule] of circle.rules.entries())
      frame.rules[rule] = kept[index] === BEING_JUDGED ? BEING_JUDGED : 0;
    return (frame.steps[wanted] as number) - 1;
  };
  return ask;
}
