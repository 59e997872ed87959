/** The routes of an authority as its page shows them. */
import type { AuthorityResult, RouteResult, RouteStatus } from '@testamur/engines/recognition';

const ORDER: readonly RouteStatus[] = ['open', 'withSteps', 'unknown', 'closed'];

export type SortedRoutes = {
  readonly best: RouteResult | undefined;
  /** Open or not yet decided, best first. */
  readonly others: readonly RouteResult[];
  readonly closed: readonly RouteResult[];
  /** For other people, or not in force on the day asked. */
  readonly elsewhere: readonly RouteResult[];
};

export function sortRoutes(authority: AuthorityResult): SortedRoutes {
  const best = authority.routes.find((route) => route.route === authority.bestRoute);
  const rest = authority.routes.filter((route) => route !== best);
  const isElsewhere = (route: RouteResult): boolean =>
    route.closedBecause === 'notYourRoute' || route.closedBecause === 'notInForce';
  return {
    best,
    others: rest
      .filter((route) => route.status !== 'closed')
      .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status)),
    closed: rest.filter((route) => route.status === 'closed' && !isElsewhere(route)),
    elsewhere: rest.filter(isElsewhere),
  };
}
