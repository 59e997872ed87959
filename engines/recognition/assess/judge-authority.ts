/** One authority, layer or regime for one person: the best of her degrees, and how each route stands on it. */
import type { AuthorityResult, RouteResult } from '../assessment.ts';
import type { Pack } from '../language/pack.ts';
import type { RouteStatus } from '../language/verdict.ts';
import { judgeRoute } from './judge-route.ts';
import type { Judge } from './judge-rule.ts';
import type { LawBook, PreparedLaw } from './prepare-law.ts';

/** A degree on which a verdict can rest; without an id where the person gave none. */
export type Basis = { readonly index: number; readonly id: string | undefined };

/** Once for each degree; the best counts, the first of equals. */
export function judgeAuthority(
  pack: Pack,
  { law, book }: PreparedLaw,
  bases: readonly Basis[],
  judgeOn: (basis: Basis, zone: string) => Judge,
): AuthorityResult {
  const tries = bases.map((basis) => {
    const context = { ...judgeOn(basis, pack.zone), law, vocabulary: book.vocabulary };
    return { basis: basis.id, routes: pack.routes.map((route) => judgeRoute(route, context)) };
  });
  const best = tries.reduce((held, next) => (rankOf(next.routes) > rankOf(held.routes) ? next : held));
  return summarise(pack, best.routes, best.basis, book);
}

const ORDER: readonly RouteStatus[] = ['closed', 'unknown', 'withSteps', 'open'];

/**
 * The best status; of equals one that is not for other people, then the one of which the greatest share is met already, then the first.
 */
const bestOf = (routes: readonly RouteResult[]): RouteResult | undefined =>
  routes.reduce<RouteResult | undefined>(
    (held, next) => (held === undefined || compareRoutes(next, held) > 0 ? next : held),
    undefined,
  );

function compareRoutes(a: RouteResult, b: RouteResult): number {
  return (
    ORDER.indexOf(a.status) - ORDER.indexOf(b.status) ||
    Number(isHers(a)) - Number(isHers(b)) ||
    shareMet(a) - shareMet(b)
  );
}

const isHers = (route: RouteResult): boolean =>
  route.closedBecause === undefined || route.closedBecause === 'requirement';

/** Of the requirements that apply; a route that asks for nothing is met. */
function shareMet({ scope, requirements }: RouteResult): number {
  const applicable = [...scope, ...requirements].filter(({ verdict }) => verdict !== 'notApplicable');
  const met = applicable.filter(({ verdict }) => verdict === 'met').length;
  return applicable.length === 0 ? 1 : met / applicable.length;
}

function rankOf(routes: readonly RouteResult[]): number {
  const best = bestOf(independentOrAll(routes));
  return best === undefined ? -1 : ORDER.indexOf(best.status);
}

function independentOrAll(routes: readonly RouteResult[]): readonly RouteResult[] {
  const independent = routes.filter((route) => route.independent);
  return independent.length > 0 ? independent : routes;
}

function summarise(
  pack: Pack,
  routes: readonly RouteResult[],
  basis: string | undefined,
  book: LawBook,
): AuthorityResult {
  const best = bestOf(independentOrAll(routes));
  const restricted = bestOf(routes.filter((route) => !route.independent));
  const results = routes.flatMap((route) => [...route.scope, ...route.requirements]);
  const unknown = results.filter((result) => result.verdict === 'unknown').length;
  const { pack: id, version, kind, name, jurisdiction, regulator } = pack;
  return {
    pack: id,
    packVersion: version,
    packHash: book.hashes.get(id) ?? '',
    kind,
    name,
    jurisdiction,
    regulator,
    ...(kind === 'authority' && best !== undefined ? { status: best.status } : {}),
    ...(kind === 'authority' && restricted !== undefined ? { restrictedStatus: restricted.status } : {}),
    ...(best === undefined ? {} : { bestRoute: best.route }),
    ...(basis === undefined ? {} : { basis }),
    ifSelected: best?.ifSelected ?? false,
    authorityDecides: (best?.authorityDecides.length ?? 0) > 0,
    routes,
    decided: results.length - unknown,
    unknown,
  };
}
