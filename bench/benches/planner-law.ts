/** How long a worker that looks for ways does not answer: every sample against every pack of the law that ships, and all at once. */
import { openPlanning, type Planning, searchAnywhere, searchFrontFor } from '@testamur/engines/planner';
import { assessDossier } from '@testamur/services/recognising';
import { barred, figure, type Line } from '../line.ts';
import { longestPiece } from '../longest-piece.ts';
import { openProduct } from '../product.ts';

const ROUNDS = 3;

export function* benchPlannerOnLaw(): Iterable<Line> {
  const questions = questionsOnLaw();
  const rounds = Array.from({ length: ROUNDS }, () => questions.map((ask) => longestPiece(ask())));
  // What else the machine does weighs on one round, not on all.
  const longest = questions.map((_, at) => Math.min(...rounds.map((round) => round[at] ?? Number.NaN)));
  const common = { unit: 'ms', better: 'lower' } as const;
  yield barred({ id: 'planner.law.longest-piece', value: Math.max(...longest), bar: 50, ...common });
  // Before anything is compiled by the run itself, as a worker meets its first question.
  yield figure({ id: 'planner.law.longest-piece.first', value: Math.max(...(rounds[0] ?? [])), ...common });
}

/** Each opens a planning of its own: nothing is known from the question before. */
function questionsOnLaw(): readonly (() => Iterator<unknown>)[] {
  const { library, samples } = openProduct();
  return samples.flatMap(({ request }) => {
    const { dossier, on, knownOn } = request;
    const schools = (id: string) => library.registry.schools.get(id);
    const person = { dossier, schools, registry: library.view };
    const assessment = assessDossier(library, request);
    const open = (): Planning => openPlanning(library.lawOf(on, knownOn), person, assessment);
    const packs = library.book.packs.filter(({ routes }) => routes.length > 0);
    return [
      ...packs.map(
        ({ pack }) =>
          () =>
            searchFrontFor(open(), { pack }),
      ),
      () => searchAnywhere(open()),
    ];
  });
}
