/** How a route stands, and nothing else: `docs/semantics.md` section 4, for the many runs in which no explanation is read. */
import type { EvaluateRule } from '../assess/prepare-law.ts';
import type { Route } from '../language/pack.ts';
import type { RouteStatus, Standing } from '../language/verdict.ts';
import { isRouteInForce, type ResolvedLaw } from '../query/resolve-query.ts';
import { leastStanding } from '../reference/outcome.ts';

const STATUSES: Readonly<Record<Standing, RouteStatus>> = {
  met: 'open',
  curable: 'withSteps',
  unknown: 'unknown',
  final: 'closed',
};

export function routeStatus(route: Route, law: ResolvedLaw, evaluate: EvaluateRule): RouteStatus {
  if (!isRouteInForce(route, law.query.on)) return 'closed';
  const outcomes = [...route.scope, ...route.requirements].map(evaluate);
  return STATUSES[
    leastStanding([
      'met',
      ...outcomes.filter(({ truth }) => truth !== 'notApplicable').map(({ standing }) => standing),
    ])
  ];
}
