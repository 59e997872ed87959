import { composePlan, type Typesetter } from '@testamur/adapters/documents';
import { type Day, err, formatDay, ok, type Result } from '@testamur/engines/kernel';
import {
  assessDossier,
  findTarget,
  type Library,
  type PlanQuestion,
  planRoute,
  type QuestionProblem,
  readQuestion,
} from '@testamur/services/recognising';

/** Plain data, because it travels between threads. */
export type DocumentAsk = {
  readonly act: 'print';
  readonly today: Day;
  readonly latest: Day;
  readonly question: PlanQuestion & { readonly language?: string };
};

/** Plans and judges anew, so that a document says what the rules say and nothing that was sent along. */
export function printPlan(
  library: Library,
  { question, today, latest }: DocumentAsk,
  typesetter: Typesetter,
): Result<Uint8Array, readonly QuestionProblem[]> {
  const { target = {}, language = 'en', ...asked } = question;
  const request = readQuestion(asked, { library, today, latest });
  const found = findTarget(library, target);
  if (!request.ok || !found.ok)
    return err([...(found.ok ? [] : [found.error]), ...(request.ok ? [] : request.error)]);
  const answer = planRoute(library, request.value, found.value);
  const { pack, route } = answer.state === 'none' ? answer.target : answer.plan.target;
  const authority = assessDossier(library, { ...request.value, only: [pack] }).authorities[0];
  const judged = authority?.routes.find((each) => each.route === route);
  if (authority === undefined || judged === undefined) throw new Error('A planned route is judged.');
  const document = composePlan({
    ...{ answer, authority, route: judged, language, packs: library.book.packs },
    ...{ on: formatDay(request.value.on), knownOn: formatDay(request.value.knownOn) },
    madeOn: formatDay(today),
  });
  return ok(typesetter.typeset(document));
}
