/** The routes of an authority as its page shows them: one in full, the others below. */
import type { AuthorityResult, RouteResult, RouteStatus } from '@testamur/engines/recognition';

const ORDER: readonly RouteStatus[] = ['open', 'withSteps', 'unknown', 'closed'];

export type SortedRoutes = {
  readonly shown: RouteResult | undefined;
  /** Open or not yet decided, best first. */
  readonly others: readonly RouteResult[];
  readonly closed: readonly RouteResult[];
  /** For other people, or not in force on the day asked. */
  readonly elsewhere: readonly RouteResult[];
};

/** `chosen` is the id of the route of the way that she looks at; without one the best by the verdict is shown. */
export function sortRoutes(authority: AuthorityResult, chosen?: string): SortedRoutes {
  const find = (id: string | undefined) => authority.routes.find(({ route }) => route === id);
  const shown = find(chosen) ?? find(authority.bestRoute);
  const rest = authority.routes.filter((route) => route !== shown);
  const isElsewhere = (route: RouteResult): boolean =>
    route.closedBecause === 'notYourRoute' || route.closedBecause === 'notInForce';
  return {
    shown,
    others: rest
      .filter((route) => route.status !== 'closed')
      .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status)),
    closed: rest.filter((route) => route.status === 'closed' && !isElsewhere(route)),
    elsewhere: rest.filter(isElsewhere),
  };
}
