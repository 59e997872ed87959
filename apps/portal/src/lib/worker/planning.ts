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
import { assessDossier, type Library } from '@testamur/services/recognising';
import { intoDossier, readAsked } from './judging.ts';
import type {
  AnywhereAsk,
  AssessQuestion,
  Difference,
  FrontAsk,
  WordsAsked,
  WorkerCalls,
} from './messages.ts';
import { library, packsHere } from './open-library.ts';
import { type Pieces, runInPieces } from './run-in-pieces.ts';

let held: { readonly key: string; readonly open: Library; readonly planning: Promise<Planning> } | undefined;

async function planningOf(ask: AssessQuestion): Promise<Planning> {
  const open = await library(ask.words);
  const key = JSON.stringify([ask.dossier, ask.on, ask.knownOn]);
  if (held?.key === key && held.open === open) return held.planning;
  const planning = planningFor(ask, open);
  held = { key, open, planning };
  // A failure is not kept, so that the next question tries again.
  planning.catch(() => {
    if (held?.planning === planning) held = undefined;
  });
  return planning;
}

async function planningFor(ask: AssessQuestion, open: Library): Promise<Planning> {
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
  const search = async (words: WordsAsked | undefined): Promise<Front> =>
    runInPieces(
      searchFrontFor(await planningOf({ ...ask, words }), target, ask.wishes, optionsOf(ask)),
      pieces,
    );
  const found = await search(ask.words);
  // A way may lead through other jurisdictions, whose words are shown too.
  const more = await packsOnTheWay(found, ask.words);
  const isSame = (await library(ask.words)) === (await library(more));
  return isSame ? found : search(more);
}

async function packsOnTheWay(
  { points }: Front,
  words: WordsAsked | undefined,
): Promise<WordsAsked | undefined> {
  if (words === undefined) return undefined;
  const { packs } = await packsHere();
  const met = new Set(points.flatMap(({ plan: { steps } }) => steps.map(({ step }) => step)));
  const through = packs.flatMap(({ pack }) =>
    pack.steps.some(({ step }) => met.has(step)) ? [pack.pack] : [],
  );
  return { ...words, packs: [...new Set([...words.packs, ...through])] };
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
