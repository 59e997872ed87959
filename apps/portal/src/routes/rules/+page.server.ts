import { base } from '$app/paths';
import { openReference } from '$lib/reference/open-reference.ts';
import { viewSharedSteps } from '$lib/rules/pack-view.ts';
import { summarisePacks } from '$lib/rules/summary.ts';

export function load({ locals }) {
  const reference = openReference(locals);
  const covered = new Set([...reference.packs.values()].map(({ pack }) => pack.jurisdiction));
  const others = reference.regulators.filter(({ jurisdiction }) => !covered.has(jurisdiction));
  return {
    others: others.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    packs: summarisePacks(reference),
    steps: viewSharedSteps(reference, { base, query: '' }),
    agreements: reference.law.agreements,
  };
}
