import { openReference } from '$lib/reference/open-reference.ts';

export function load({ locals }) {
  const { packs, schools, registry } = openReference(locals);
  const all = [...packs.values()].map(({ pack }) => pack);
  return {
    authorities: all.filter(({ kind }) => kind === 'authority').length,
    rules: all.reduce((sum, { rules }) => sum + rules.length, 0),
    openQuestions: all.reduce((sum, { openQuestions }) => sum + openQuestions.length, 0),
    schools: schools.size,
    agencies: registry.agencies.size,
  };
}
