/** Ways to a licence, for the dossier asked about last. */
import { expectOk } from '@testamur/engines/kernel';
import { openPlanning, type PlanAnswer, type Planning, planFor } from '@testamur/engines/planner';
import { assessDossier } from '@testamur/services/recognising';
import { readAsked } from './judging.ts';
import type { AssessQuestion } from './messages.ts';
import { library } from './open-library.ts';

let held: { readonly key: string; readonly planning: Planning } | undefined;

async function planningOf(ask: AssessQuestion): Promise<Planning> {
  const key = JSON.stringify([ask.dossier, ask.on, ask.knownOn]);
  if (held?.key === key) return held.planning;
  const open = await library();
  const request = expectOk(await readAsked(ask), 'a dossier that was judged before');
  const person = {
    dossier: request.dossier,
    schools: (id: string) => open.registry.schools.get(id),
    registry: open.view,
  };
  const planning = openPlanning(
    open.lawOf(request.on, request.knownOn),
    person,
    assessDossier(open, request),
  );
  held = { key, planning };
  return planning;
}

export async function plan({
  pack,
  ...ask
}: AssessQuestion & { readonly pack: string }): Promise<PlanAnswer> {
  return planFor(await planningOf(ask), { pack });
}
