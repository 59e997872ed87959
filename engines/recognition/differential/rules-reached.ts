/** The rules that a pack's verdicts can rest on: its own, those they refer to, and those that the steps which cure them ask for. */
import type { Node } from '../language/nodes.ts';
import type { Pack, Rule, Step } from '../language/pack.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';

export function rulesReached(pack: Pack, law: ResolvedLaw): readonly Rule[] {
  const rules = new Map<string, Rule>();
  const steps = new Set<string>();
  const visitRule = (id: string): void => {
    const resolved = law.rules.get(id);
    if (resolved === undefined || rules.has(id)) return;
    rules.set(id, resolved.rule);
    for (const version of resolved.versions) visitNodes(version.when);
  };
  const visitNodes = (when: Node): void => {
    for (const { node } of walkNodes(when)) {
      if ('rule' in node) visitRule(node.rule);
      for (const step of node.cure ?? []) visitStep(step);
    }
  };
  const visitStep = (id: string): void => {
    const step = law.steps.get(id);
    if (step === undefined || steps.has(id)) return;
    steps.add(id);
    for (const required of step.requires) visitRequired(required);
  };
  const visitRequired = (required: Step['requires'][number]): void => {
    if ('rule' in required) visitRule(required.rule);
    else if ('step' in required) visitStep(required.step);
    else for (const rule of rulesOfRoute(required.route, law)) visitRule(rule);
  };
  for (const rule of pack.rules) visitRule(rule.rule);
  for (const route of pack.routes) for (const rule of rulesOfRoute(route.route, law)) visitRule(rule);
  return [...rules.values()];
}

const rulesOfRoute = (id: string, law: ResolvedLaw): readonly string[] => [
  ...(law.routes.get(id)?.scope ?? []),
  ...(law.routes.get(id)?.requirements ?? []),
];
