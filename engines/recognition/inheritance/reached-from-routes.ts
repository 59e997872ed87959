/** Which rules the routes of a pack ask for: their own lists, the rules these refer to, and what the steps that cure them require. */
import type { Pack, Step } from '../language/pack.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import type { LawIndex } from '../lint/law-index.ts';

/** For each rule reached the routes of the pack that reach it. */
export function reachedFromRoutes(pack: Pack, law: LawIndex): ReadonlyMap<string, readonly string[]> {
  const reached = new Map<string, string[]>();
  for (const { route } of pack.routes)
    for (const rule of rulesOfRoute(route, law)) reached.set(rule, [...(reached.get(rule) ?? []), route]);
  return reached;
}

type Found = { readonly rules: Set<string>; readonly routes: Set<string>; readonly steps: Set<string> };

/** A set that grows while it is walked visits what is added. */
function rulesOfRoute(start: string, law: LawIndex): ReadonlySet<string> {
  const found: Found = { rules: new Set(), routes: new Set([start]), steps: new Set() };
  let size = -1;
  while (size !== found.rules.size + found.routes.size + found.steps.size) {
    size = found.rules.size + found.routes.size + found.steps.size;
    for (const id of found.routes) addRoute(id, law, found);
    for (const id of found.rules) addRule(id, law, found);
    for (const id of found.steps) addStep(law.steps.get(id)?.value, found);
  }
  return found.rules;
}

function addRoute(id: string, law: LawIndex, { rules, steps }: Found): void {
  const route = law.routes.get(id)?.value;
  for (const rule of [...(route?.scope ?? []), ...(route?.requirements ?? [])]) rules.add(rule);
  for (const step of route?.finally ?? []) steps.add(step);
}

function addRule(id: string, law: LawIndex, { rules, steps }: Found): void {
  for (const version of law.rules.get(id)?.value.versions ?? [])
    for (const { node } of walkNodes(version.when)) {
      if ('rule' in node) rules.add(node.rule);
      for (const step of node.cure ?? []) steps.add(step);
    }
}

function addStep(step: Step | undefined, { rules, routes, steps }: Found): void {
  for (const required of step?.requires ?? []) {
    if ('rule' in required) rules.add(required.rule);
    else if ('route' in required) routes.add(required.route);
    else steps.add(required.step);
  }
}
