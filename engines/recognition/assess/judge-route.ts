/** One route for one person: its requirements, its status, what remains. `docs/semantics.md` section 4. */
import { type Citation, formatDay } from '../../kernel/index.ts';
import type { RequirementResult, RouteResult } from '../assessment.ts';
import { type Explain, explainOutcome } from '../explanation/explain.ts';
import type { Route } from '../language/pack.ts';
import type { RouteStatus, Standing } from '../language/verdict.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { childrenOf } from '../operators/index.ts';
import { isRouteInForce, type ResolvedLaw } from '../query/resolve-query.ts';
import { leastStanding, type Outcome } from '../reference/outcome.ts';
import { type Cures, curesOf, needsSelection } from './remaining-steps.ts';

/** The port that every back end fills: the outcome of a rule for the person in question. */
export type EvaluateRule = (rule: string) => Outcome;

export type RouteContext = {
  readonly law: ResolvedLaw;
  readonly vocabulary: Vocabulary;
  readonly evaluate: EvaluateRule;
  readonly explain: Explain;
};

const VERDICTS = {
  true: 'met',
  false: 'notMet',
  unknown: 'unknown',
  notApplicable: 'notApplicable',
} as const;
const REMEDIES = { final: 'final', unknown: 'undetermined', curable: 'curable', met: 'curable' } as const;
const STATUSES: Readonly<Record<Standing, RouteStatus>> = {
  met: 'open',
  curable: 'withSteps',
  unknown: 'unknown',
  final: 'closed',
};

export function judgeRoute(route: Route, context: RouteContext): RouteResult {
  const outcomes = new Map(
    [...route.scope, ...route.requirements].map((rule) => [rule, context.evaluate(rule)]),
  );
  const outcomeOf = (rule: string): Outcome => outcomes.get(rule) as Outcome;
  const notYours = route.scope.some(
    (rule) => outcomeOf(rule).truth === 'false' && outcomeOf(rule).standing === 'final',
  );
  const inForce = isRouteInForce(route, context.law.query.on);
  const standing = leastStanding([
    'met',
    ...[...outcomes.values()]
      .filter((outcome) => outcome.truth !== 'notApplicable')
      .map((outcome) => outcome.standing),
  ]);
  const status = inForce ? STATUSES[standing] : 'closed';
  const reason = !inForce ? 'notInForce' : notYours ? 'notYourRoute' : 'requirement';
  const all = [...outcomes.values()];
  return {
    route: route.route,
    title: route.title,
    for: route.for,
    grants: route.grants,
    independent: isIndependent(route.grants, context.vocabulary),
    status,
    ...(status === 'closed' ? { closedBecause: reason } : {}),
    scope: route.scope.map((rule) => requirementResult(rule, outcomeOf(rule), context)),
    requirements: route.requirements.map((rule) => requirementResult(rule, outcomeOf(rule), context)),
    remainingSteps: [...new Set(all.flatMap(curesOf))],
    finally: route.finally,
    ifSelected: status !== 'closed' && all.some((outcome) => needsSelection(outcome, curesIn(context))),
    authorityDecides: route.discretion,
    notes: route.notes,
    cite: route.cite,
    decidingQuestions: status === 'closed' ? [] : rankQuestions(all),
  };
}

function curesIn({ law, evaluate }: RouteContext): Cures {
  const rulesOf = (id: string): readonly string[] => [
    ...(law.routes.get(id)?.scope ?? []),
    ...(law.routes.get(id)?.requirements ?? []),
  ];
  return { steps: law.steps, rulesOf, evaluate };
}

export const isIndependent = (grants: string, vocabulary: Vocabulary): boolean =>
  vocabulary.codeLists.get('licence-classes')?.entries.find((entry) => entry.code === grants)?.independent ===
  true;

/** What is missing in most requirements comes first. */
function rankQuestions(outcomes: readonly Outcome[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const outcome of outcomes)
    for (const fact of outcome.missing) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([fact]) => fact);
}

function requirementResult(id: string, outcome: Outcome, { law, explain }: RouteContext): RequirementResult {
  const resolved = law.rules.get(id);
  if (resolved === undefined) throw new Error(`No rule ${id}; lint refuses the pack.`);
  const { rule, versions, assumedUnchangedSince } = resolved;
  const cite: readonly Citation[] = versions.flatMap((version) => version.cite);
  return {
    rule: id,
    title: rule.title,
    text: rule.text,
    kind: rule.kind,
    verdict: VERDICTS[outcome.truth],
    ...(outcome.truth === 'false' ? { remedy: REMEDIES[outcome.standing] } : {}),
    ...(outcome.truth === 'notApplicable' ? {} : { standing: outcome.standing }),
    waiverPossible: outcome.truth === 'false' && hasWaiver(outcome),
    ...(outcome.strength === undefined ? {} : { strength: outcome.strength }),
    ...(outcome.grade === undefined ? {} : { grade: outcome.grade }),
    reasons: outcome.reasons,
    missing: outcome.missing,
    independentOf: outcome.independentOf,
    questions: [...new Set(openQuestions(outcome))],
    versions: versions.map((version) => version.version),
    ...(assumedUnchangedSince === undefined
      ? {}
      : { assumedUnchangedSince: formatDay(assumedUnchangedSince) }),
    cite,
    explanation: explainOutcome(outcome, cite, explain),
  };
}

/** A waiver on a node that is false and keeps the requirement false. */
const hasWaiver = (outcome: Outcome): boolean =>
  outcome.truth === 'false' && (outcome.node?.waiver !== undefined || outcome.children.some(hasWaiver));

function openQuestions(outcome: Outcome): readonly string[] {
  if (outcome.truth !== 'unknown') return [];
  const { node } = outcome;
  const own = node !== undefined && 'notResearched' in node ? [node.notResearched] : [];
  return node !== undefined && childrenOf(node).length === 0 && !('rule' in node)
    ? own
    : [...own, ...outcome.children.flatMap(openQuestions)];
}
