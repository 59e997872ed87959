import type { ResolvedLaw } from '../query/resolve-query.ts';

/** Everything that a route asks for. */
export function rulesOfRoute(id: string, law: ResolvedLaw): readonly string[] {
  const route = law.routes.get(id);
  if (route === undefined) throw new Error(`No route ${id}; lint refuses the pack.`);
  return [...route.scope, ...route.requirements];
}
