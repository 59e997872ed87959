/** Which steps need each other in a circle, through rules and routes; almost always none. */
import type { Node } from '../language/nodes.ts';
import type { Step } from '../language/pack.ts';
import { childrenOf } from '../operators/index.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { Compiler } from './compiled-node.ts';
import { rulesOfRoute } from './rules-of-route.ts';

export type StepCircle = { readonly steps: readonly number[]; readonly rules: readonly number[] };

/** By step number: the circle it stands in. */
export function circlesOf(
  steps: readonly Step[],
  law: ResolvedLaw,
  compiler: Compiler,
): readonly (StepCircle | undefined)[] {
  const reaches = new Map(steps.map((step) => [step.step, reachOf(step, law)]));
  return steps.map((step) => {
    const own = reaches.get(step.step);
    if (own?.steps.has(step.step) !== true) return undefined;
    const members = steps.filter(
      (other) => own.steps.has(other.step) && reaches.get(other.step)?.steps.has(step.step) === true,
    );
    const rules = new Set(members.flatMap((member) => [...(reaches.get(member.step)?.rules ?? [])]));
    return {
      steps: members.map((member) => compiler.stepNumbers.get(member.step) ?? -1),
      rules: [...rules].map((rule) => compiler.ruleNumbers.get(rule) ?? -1),
    };
  });
}

type Reach = { readonly steps: Set<string>; readonly rules: Set<string> };

function reachOf(start: Step, law: ResolvedLaw): Reach {
  const reach: Reach = { steps: new Set(), rules: new Set() };
  const visitStep = (id: string): void => {
    if (reach.steps.has(id)) return;
    reach.steps.add(id);
    const step = law.steps.get(id);
    if (step !== undefined) visitRequired(step);
  };
  const visitRequired = (step: Step): void => {
    for (const required of step.requires) {
      if ('step' in required) visitStep(required.step);
      else
        for (const rule of 'rule' in required ? [required.rule] : rulesOfRoute(required.route, law))
          visitRule(rule);
    }
  };
  const visitRule = (id: string): void => {
    if (reach.rules.has(id)) return;
    reach.rules.add(id);
    for (const version of law.rules.get(id)?.versions ?? []) visitNode(version.when);
  };
  const visitNode = (node: Node): void => {
    for (const step of node.cure ?? []) visitStep(step);
    if ('rule' in node) visitRule(node.rule);
    for (const [, child] of childrenOf(node)) visitNode(child);
  };
  visitRequired(start);
  return reach;
}
