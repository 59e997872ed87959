import { readIn } from '$lib/reference/read-in.ts';
import { viewSharedSteps } from '$lib/rules/pack-view.ts';
import { summarisePacks } from '$lib/rules/summary.ts';

export async function load({ locals }) {
  const reading = await readIn(locals, 'rules');
  const { reference, language } = reading;
  const covered = new Set([...reference.packs.values()].map(({ pack }) => pack.jurisdiction));
  const others = reference.regulators.filter(({ jurisdiction }) => !covered.has(jurisdiction));
  return {
    others: others.sort((a, b) => a.name.localeCompare(b.name, language.format)),
    packs: summarisePacks(reading),
    steps: viewSharedSteps(reading),
    agreements: reference.law.agreements,
  };
}
