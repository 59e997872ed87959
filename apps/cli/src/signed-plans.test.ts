/** Plans that an adviser has read and signed (`packs/samples/plans/README.md`): the planner proposes the same, term by term. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadRegistry } from '@testamur/adapters/registry';
import { expectOk } from '@testamur/engines/kernel';
import { frontFor, type Plan, type Planning, planFor } from '@testamur/engines/planner';
import { openLibrary, openPlans, packLawFile, packRegistryFile } from '@testamur/services/recognising';
import { realLaw } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { TODAY } from './host.fixture.ts';
import { nodeHost } from './host.ts';
import { readRequest } from './input/read-request.ts';
import { faultsIn, figuresOf, type SignedFigures, type SignedPlan } from './signed-plan.fixture.ts';

const packsFolder = path.resolve(import.meta.dirname, '../../../packs');
const folder = path.join(packsFolder, 'samples', 'plans');
const law = realLaw();
const registry = expectOk(loadRegistry(packsFolder), 'the registry that ships');
const library = openLibrary(packLawFile(law, law), packRegistryFile(registry.registry));
const host = { ...nodeHost(), today: TODAY };

const signedPlans = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, signed: parse(readFileSync(path.join(folder, name), 'utf8')) as SignedPlan }));
const samples = readdirSync(path.join(packsFolder, 'samples'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));

const plannings = new Map<string, Planning>();
async function planningOf(sample: string): Promise<Planning> {
  const file = path.join(packsFolder, 'samples', `${sample}.yaml`);
  const held =
    plannings.get(sample) ?? openPlans(library, expectOk(await readRequest({ file }, host, library), sample));
  plannings.set(sample, held);
  return held;
}

type Chosen = { readonly plan: Plan; readonly state: SignedFigures['state'] };

function choose(planning: Planning, { target, choice }: SignedPlan): Chosen {
  if (choice === 'cheapest') {
    const answer = planFor(planning, target);
    if (answer.state !== 'none') return answer;
  }
  const point = frontFor(planning, target).points.find(({ bestAt }) => bestAt.includes(choice));
  if (point === undefined) throw new Error(`No ${choice} plan.`);
  return point;
}

describe('a plan that was signed', () => {
  it.each(signedPlans)('$name: is what the planner proposes, and adds up', async ({ name, signed }) => {
    const planning = await planningOf(signed.sample);
    const { dossier } = planning.person;
    const seasonOf = (step: string) => planning.law.law.steps.get(step)?.season?.opens;
    const { plan, state } = choose(planning, signed);
    const figures = figuresOf(plan, state, dossier, seasonOf);
    const { sample, target, choice, on, signed: signature, ...rest } = signed;
    expect(rest, `The planner now says:\n${stringify(figures, { lineWidth: 0 })}`).toEqual(figures);
    expect(faultsIn(signed, dossier, plan.basis)).toEqual([]);
    expect({ on, name }).toEqual({ on: plan.on, name: `${sample}-${nameOf(target, choice)}.yaml` });
    expect(signature.remarks.length).toBeGreaterThan(0);
  });

  it.each(signedPlans)('$name: is the same when its route is asked for by name', async ({ signed }) => {
    const planning = await planningOf(signed.sample);
    if (signed.choice !== 'cheapest') return;
    const { plan } = choose(planning, signed);
    expect(choose(planning, { ...signed, target: { route: signed.route } }).plan).toEqual(plan);
  });

  it.each(samples)('%s has at least two', (sample) => {
    expect(signedPlans.filter(({ signed }) => signed.sample === sample).length).toBeGreaterThanOrEqual(2);
  });
});

const nameOf = (target: SignedPlan['target'], choice: SignedPlan['choice']): string =>
  `${'route' in target ? target.route : target.pack}${choice === 'fastest' ? '-fastest' : ''}`;

describe('the arithmetic of a signed plan', () => {
  const first = signedPlans.find(({ signed }) => signed.cost.terms.length > 1);
  const good = first?.signed as SignedPlan;
  const [step, ...others] = good.steps as [SignedPlan['steps'][number], ...SignedPlan['steps']];
  it.each([
    ['a wrong sum', { ...good, cost: { ...good.cost, sum: { GBP: 1120 } } }],
    [
      'a price counted twice',
      { ...good, cost: { ...good.cost, terms: [...good.cost.terms, ...good.cost.terms] } },
    ],
    ['a price left out', { ...good, cost: { ...good.cost, terms: good.cost.terms.slice(1) } }],
    ['a day that is not the last', { ...good, time: { ...good.time, finishOn: '2026-11-23' } }],
    ['days counted wrong', { ...good, time: { ...good.time, days: good.time.days + 1 } }],
    [
      'an end that its length does not reach',
      { ...good, steps: [{ ...step, ends: '2030-01-01' }, ...others] },
    ],
    ['a beginning without its reason', { ...good, steps: [{ ...step, because: 'award' }, ...others] }],
    ['an order that cannot be', { ...good, steps: [...good.steps].reverse() }],
    ['a step without a source', { ...good, steps: [{ ...step, cite: [] }, ...others] }],
  ] satisfies readonly (readonly [string, SignedPlan])[])('tells %s', async (_, wrong) => {
    const { person, assessment } = await planningOf(wrong.sample);
    const { dossier } = person;
    const basis = assessment.authorities[0]?.basis;
    expect(faultsIn(good, dossier, basis)).toEqual([]);
    expect(faultsIn(wrong, dossier, basis)).not.toEqual([]);
  });
});
