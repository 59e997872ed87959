/** Which rules the answer of a rule may rest on: those it refers to, and those that its cures require. */
import type { Route } from '../language/pack.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';

export type Touch = {
  readonly ofRule: (rule: string) => ReadonlySet<string>;
  readonly ofRoute: (route: Route) => ReadonlySet<string>;
};

type Law = Pick<ResolvedLaw, 'routes' | 'steps'> & {
  readonly rules: ReadonlyMap<
    string,
    { readonly rule: { readonly versions: readonly { readonly when: Parameters<typeof walkNodes>[0] }[] } }
  >;
};

export function touchOf(law: Law): Touch {
  const known = new Map<string, ReadonlySet<string>>();
  const ofRule = (rule: string): ReadonlySet<string> => {
    const held = known.get(rule) ?? reach([`rule:${rule}`], law);
    known.set(rule, held);
    return held;
  };
  return {
    ofRule,
    ofRoute: (route) => new Set([...route.scope, ...route.requirements].flatMap((rule) => [...ofRule(rule)])),
  };
}

function reach(start: readonly string[], law: Law): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [...start];
  for (let each = queue.pop(); each !== undefined; each = queue.pop()) {
    if (seen.has(each)) continue;
    seen.add(each);
    queue.push(...nextOf(each, law));
  }
  return new Set(
    [...seen].filter((each) => each.startsWith('rule:')).map((each) => each.slice('rule:'.length)),
  );
}

function nextOf(each: string, law: Law): readonly string[] {
  const id = each.slice(each.indexOf(':') + 1);
  if (each.startsWith('route:')) {
    const route = law.routes.get(id);
    return route === undefined ? [] : [...route.scope, ...route.requirements].map((rule) => `rule:${rule}`);
  }
  if (each.startsWith('step:'))
    return (law.steps.get(id)?.requires ?? []).map((required) =>
      'rule' in required
        ? `rule:${required.rule}`
        : 'route' in required
          ? `route:${required.route}`
          : `step:${required.step}`,
    );
  const nodes = law.rules.get(id)?.rule.versions.flatMap((version) => walkNodes(version.when)) ?? [];
  return nodes.flatMap(({ node }) => [
    ...('rule' in node ? [`rule:${node.rule}`] : []),
    ...(node.cure ?? []).map((step) => `step:${step}`),
  ]);
}
