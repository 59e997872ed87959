import { err, expectOk, formatDay, hashOf, ok, quoteText, type Result } from '@testamur/engines/kernel';
import {
  earliestEverywhere,
  openPlanning,
  type PlanAnswer,
  type Planning,
  type PlanTarget,
  planFor,
  type Reach,
} from '@testamur/engines/planner';
import { type AssessmentRequest, assessDossier } from './assess-dossier.ts';
import type { QuestionProblem } from './errors.ts';
import type { Library } from './library.ts';

/** The earliest licence on every route. The same input and the same packs give the same bytes of canonical JSON. */
export type Reaches = {
  readonly schema: 'testamur/reaches/1';
  readonly on: string;
  readonly knownOn: string;
  readonly dossierHash: string;
  readonly routes: readonly Reach[];
};

export type PlanRequest = Omit<AssessmentRequest, 'only'>;

/** The cheapest way to one licence, tried on the rules. Browser, server and command line call this one function. */
export function planRoute(library: Library, request: PlanRequest, target: PlanTarget): PlanAnswer {
  return planFor(openPlans(library, request), target);
}

/** The earliest licence on every route of every pack at once: lower bounds, nothing of them tried. */
export function planEverywhere(library: Library, request: PlanRequest): Reaches {
  const { dossier, on, knownOn } = request;
  return {
    schema: 'testamur/reaches/1',
    on: formatDay(on),
    knownOn: formatDay(knownOn),
    dossierHash: expectOk(hashOf(dossier), 'a dossier that was read from JSON'),
    routes: earliestEverywhere(openPlans(library, request)),
  };
}

/** Everything that plans are made from, for one person. */
export function openPlans(library: Library, { dossier, on, knownOn }: PlanRequest): Planning {
  const { schools } = library.registry;
  const person = { dossier, schools: (id: string) => schools.get(id), registry: library.view };
  const assessment = assessDossier(library, { dossier, on, knownOn });
  return openPlanning(library.lawOf(on, knownOn), person, assessment);
}

/** A target from outside: a route of the packs, or a pack, by its id. */
export function findTarget(
  library: Library,
  target: { readonly route?: string; readonly pack?: string },
): Result<PlanTarget, QuestionProblem> {
  const { packs } = library.book;
  const { route, pack } = target;
  if (route !== undefined && pack === undefined) {
    if (packs.some(({ routes }) => routes.some((each) => each.route === route))) return ok({ route });
    return err({
      code: 'RECOGNISING_ROUTE_UNKNOWN',
      message: `No route is called ${quoteText(route)}.`,
      at: '/target/route',
      hint: 'Each pack lists its routes.',
    });
  }
  if (pack !== undefined && route === undefined) {
    if (packs.some((each) => each.pack === pack)) return ok({ pack });
    return err({
      code: 'RECOGNISING_PACK_UNKNOWN',
      message: `There is no pack ${quoteText(pack)}.`,
      at: '/target/pack',
      hint: `There are: ${packs.map((each) => each.pack).join(', ')}.`,
    });
  }
  return err({
    code: 'RECOGNISING_TARGET_UNCLEAR',
    message: 'A target is either one route or one pack.',
    at: '/target',
    hint: 'Write { "route": "gb.plab" } or { "pack": "gb" }.',
  });
}
