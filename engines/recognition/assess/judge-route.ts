/** One route for one person: its requirements, its status, what remains. `docs/semantics.md` section 4. */
import type { RequirementResult, RouteResult } from '../assessment.ts';
import type { Route } from '../language/pack.ts';
import type { RouteStatus, Standing } from '../language/verdict.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { isRouteInForce, type ResolvedLaw } from '../query/resolve-query.ts';
import { leastStanding } from '../reference/outcome.ts';
import type { Judge } from './judge-rule.ts';
import { curesIn, curesOf, needsSelection } from './remaining-steps.ts';

export type RouteContext = Judge & { readonly law: ResolvedLaw; readonly vocabulary: Vocabulary };

const STATUSES: Readonly<Record<Standing, RouteStatus>> = {
  met: 'open',
  curable: 'withSteps',
  unknown: 'unknown',
  final: 'closed',
};

export function judgeRoute(route: Route, context: RouteContext): RouteResult {
  const rules = [...new Set([...route.scope, ...route.requirements])];
  const all = rules.map(context.evaluate);
  const cures = curesIn(context.law, context.evaluate);
  const notYours = route.scope
    .map(context.evaluate)
    .some((outcome) => outcome.truth === 'false' && outcome.standing === 'final');
  const inForce = isRouteInForce(route, context.law.query.on);
  const standing = leastStanding([
    'met',
    ...all.filter((outcome) => outcome.truth !== 'notApplicable').map((outcome) => outcome.standing),
  ]);
  const status = inForce ? STATUSES[standing] : 'closed';
  const reason = !inForce ? 'notInForce' : notYours ? 'notYourRoute' : 'requirement';
  return {
    route: route.route,
    title: route.title,
    for: route.for,
    grants: route.grants,
    independent: isIndependent(route.grants, context.vocabulary),
    status,
    ...(status === 'closed' ? { closedBecause: reason } : {}),
    scope: route.scope.map(context.requirement),
    requirements: route.requirements.map(context.requirement),
    remainingSteps: [...new Set(all.flatMap(curesOf))],
    finally: route.finally,
    ifSelected: status !== 'closed' && all.some((outcome) => needsSelection(outcome, cures)),
    authorityDecides: route.discretion,
    notes: route.notes,
    cite: route.cite,
    decidingQuestions: status === 'closed' ? [] : rankQuestions(rules.map(context.requirement)),
  };
}

export const isIndependent = (grants: string, vocabulary: Vocabulary): boolean =>
  vocabulary.codeLists.get('licence-classes')?.entries.find((entry) => entry.code === grants)?.independent ===
  true;

/** What is missing in most requirements comes first. */
function rankQuestions(results: readonly RequirementResult[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const result of results)
    for (const fact of result.missing) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([fact]) => fact);
}
