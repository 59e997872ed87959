import type { Registry } from './registry.ts';
import type { Span } from './span.ts';

/** The school and every school that it led to, each once. */
export function lineageOf(registry: Registry, schoolId: string): readonly string[] {
  const found = new Set<string>();
  const open = [schoolId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const { into } of registry.schools.get(id)?.successions ?? []) open.push(into);
  }
  return [...found];
}

/** When these schools existed and passed into one another, and when they were judged. */
export function spansOfLineage(registry: Registry, lineage: readonly string[]): readonly Span[] {
  return lineage.flatMap((id) => {
    const school = registry.schools.get(id);
    const life = school?.open === undefined ? [] : [school.open];
    const passing = school?.successions.map(({ span }) => span) ?? [];
    const judged = registry.decisions.get(id)?.map(({ span }) => span) ?? [];
    return [...life, ...passing, ...judged];
  });
}
