/** Ways to a licence, for the dossier asked about last. */
import { expectOk } from '@testamur/engines/kernel';
import {
  type Anywhere,
  type Front,
  type FrontOptions,
  openPlanning,
  type PlanAnswer,
  type Planning,
  planFor,
  searchAnywhere,
  searchFrontFor,
  whatIf,
} from '@testamur/engines/planner';
import { assessDossier } from '@testamur/services/recognising';
import { intoDossier, readAsked } from './judging.ts';
import type { AnywhereAsk, AssessQuestion, Difference, FrontAsk, WorkerCalls } from './messages.ts';
import { library } from './open-library.ts';
import { type Pieces, runInPieces } from './run-in-pieces.ts';

let held: { readonly key: string; readonly planning: Promise<Planning> } | undefined;

function planningOf(ask: AssessQuestion): Promise<Planning> {
  const key = JSON.stringify([ask.dossier, ask.on, ask.knownOn]);
  if (held?.key === key) return held.planning;
  const planning = planningFor(ask);
  held = { key, planning };
  // A failure is not kept, so that the next question tries again.
  planning.catch(() => {
    if (held?.planning === planning) held = undefined;
  });
  return planning;
}

async function planningFor(ask: AssessQuestion): Promise<Planning> {
  const open = await library();
  const request = expectOk(await readAsked(ask), 'a dossier that was judged before');
  const person = {
    dossier: request.dossier,
    schools: (id: string) => open.registry.schools.get(id),
    registry: open.view,
  };
  return openPlanning(open.lawOf(request.on, request.knownOn), person, assessDossier(open, request));
}

export async function plan({
  pack,
  ...ask
}: AssessQuestion & { readonly pack: string }): Promise<PlanAnswer> {
  return planFor(await planningOf(ask), { pack });
}

export async function front({ target, ...ask }: FrontAsk, pieces: Pieces): Promise<Front> {
  const planning = await planningOf(ask);
  return runInPieces(searchFrontFor(planning, target, ask.wishes, optionsOf(ask)), pieces);
}

export async function anywhere(ask: AnywhereAsk, pieces: Pieces): Promise<Anywhere> {
  return runInPieces(searchAnywhere(await planningOf(ask), ask.wishes, optionsOf(ask)), pieces);
}

const optionsOf = ({ hopLimit }: AnywhereAsk): FrontOptions => (hopLimit === undefined ? {} : { hopLimit });

export async function compareWith({ change, ...ask }: WorkerCalls['whatIf']['ask']): Promise<Difference> {
  const changed = await readAsked({ ...ask, dossier: change.dossier ?? ask.dossier });
  if (!changed.ok) return { problems: changed.error.map(intoDossier) };
  return whatIf(await planningOf(ask), { ...change, dossier: changed.value.dossier });
}
