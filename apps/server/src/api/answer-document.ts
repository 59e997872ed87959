import { composePlan, retellLaw } from '@testamur/adapters/documents';
import { type Day, err, formatDay, ok, type Result } from '@testamur/engines/kernel';
import {
  type AssessmentRequest,
  assessDossier,
  type ChosenWay,
  chooseWay,
  findTarget,
  type Library,
  type PlanQuestion,
  type QuestionProblem,
  readQuestion,
  readWishes,
  type WayChoice,
} from '@testamur/services/recognising';
import type { Press } from './press.ts';

/** Plain data, because it travels between threads. */
export type DocumentAsk = {
  readonly act: 'print';
  readonly today: Day;
  readonly latest: Day;
  readonly question: PlanQuestion & WayChoice & { readonly language?: string };
};

/** Plans and judges anew, so that a document says what the rules say and nothing that was sent along. */
export function printPlan(
  library: Library,
  { question, today, latest }: DocumentAsk,
  press: Press,
): Result<Uint8Array, readonly QuestionProblem[]> {
  const { target = {}, language = 'en', wishes, point, ...asked } = question;
  const request = readQuestion(asked, { library, today, latest });
  const found = findTarget(library, target);
  const wished = readWishes(wishes ?? {}, library);
  if (!request.ok || !found.ok || !wished.ok)
    return err([
      ...(found.ok ? [] : [found.error]),
      ...(request.ok ? [] : request.error),
      ...(wished.ok ? [] : wished.error),
    ]);
  const choice = {
    ...(wishes === undefined ? {} : { wishes: wished.value }),
    ...(point === undefined ? {} : { point }),
  };
  const way = chooseWay(library, request.value, found.value, choice);
  if (!way.ok) return err([way.error]);
  return ok(printWay(library, request.value, { way: way.value, language, today }, press));
}

type Paper = { readonly way: ChosenWay; readonly language: string; readonly today: Day };

function printWay(
  library: Library,
  request: AssessmentRequest,
  { way, language, today }: Paper,
  { typesetter, tongueOf }: Press,
): Uint8Array {
  const { on, knownOn } = request;
  const { pack, route } = way.target;
  const authority = assessDossier(library, { ...request, only: [pack] }).authorities[0];
  const judged = authority?.routes.find((each) => each.route === route);
  if (authority === undefined || judged === undefined) throw new Error('A planned route is judged.');
  const prepared = library.lawOf(on, knownOn);
  const tongue = tongueOf(language);
  const retelling = tongue && retellLaw(prepared, tongue, language);
  const document = composePlan({
    ...{ way, authority, route: judged, language, packs: library.book.packs },
    ...{ on: formatDay(on), knownOn: formatDay(knownOn), madeOn: formatDay(today) },
    ...(tongue === undefined ? {} : { labels: tongue.labels }),
    ...(retelling === undefined ? {} : { retelling }),
    stepTitle: (step) => prepared.law.steps.get(step)?.title ?? step,
  });
  return typesetter.typeset(document);
}
