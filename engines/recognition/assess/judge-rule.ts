/** One rule for one person, as the answer publishes it. */
import { formatDay } from '../../kernel/index.ts';
import type { RequirementResult } from '../assessment.ts';
import { type Explain, explainRule } from '../explanation/explain.ts';
import { makeShowFact } from '../explanation/show-fact.ts';
import type { Facts } from '../language/facts.ts';
import { childrenOf } from '../operators/index.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import { type Outcome, union } from '../reference/outcome.ts';
import type { RegistryView } from '../reference/scope.ts';
import type { EvaluateRule, PreparedLaw } from './prepare-law.ts';
import { curesIn } from './remaining-steps.ts';
import { undeterminedBy } from './undetermined.ts';

/** Rules judged for one person's facts: each once, however many routes ask for it. */
export type Judge = {
  readonly evaluate: EvaluateRule;
  readonly requirement: (rule: string) => RequirementResult;
};

export function makeJudge(prepared: PreparedLaw, facts: Facts, registry: RegistryView): Judge {
  const { law, tell, citationsOf } = prepared;
  const evaluate = remember(prepared.forFacts(facts, registry));
  const explain: Explain = { tell, citationsOf, showFact: makeShowFact(facts), explained: new Map() };
  const cures = curesIn(law, evaluate);
  return {
    evaluate,
    requirement: remember((rule) => {
      const outcome = evaluate(rule);
      return requirementResult(rule, outcome, undeterminedBy(outcome, cures), law, explain);
    }),
  };
}

function remember<T>(ask: (rule: string) => T): (rule: string) => T {
  const held = new Map<string, T>();
  return (rule) => {
    const known = held.get(rule);
    if (known !== undefined) return known;
    const answer = ask(rule);
    held.set(rule, answer);
    return answer;
  };
}

const VERDICTS = {
  true: 'met',
  false: 'notMet',
  unknown: 'unknown',
  notApplicable: 'notApplicable',
} as const;
const REMEDIES = { final: 'final', unknown: 'undetermined', curable: 'curable', met: 'curable' } as const;

type Draft = { -readonly [K in keyof RequirementResult]: RequirementResult[K] };

function requirementResult(
  id: string,
  outcome: Outcome,
  doubts: readonly Outcome[],
  law: ResolvedLaw,
  explain: Explain,
): RequirementResult {
  const resolved = law.rules.get(id);
  if (resolved === undefined) throw new Error(`No rule ${id}; lint refuses the pack.`);
  const { rule, versions, assumedUnchangedSince } = resolved;
  const result: Draft = {
    rule: id,
    title: rule.title,
    text: rule.text,
    kind: rule.kind,
    verdict: VERDICTS[outcome.truth],
    waiverPossible: outcome.truth === 'false' && hasWaiver(outcome),
    // What is not met for certain is still undetermined where its cures hang on something unknown.
    reasons: union([outcome.reasons, ...doubts.map((doubt) => doubt.reasons)]),
    missing: union([outcome.missing, ...doubts.map((doubt) => doubt.missing)]),
    independentOf: outcome.independentOf,
    questions: [...new Set([outcome, ...doubts].flatMap(openQuestions))],
    versions: versions.map((version) => version.version),
    cite: explain.citationsOf(id),
    explanation: explainRule(id, outcome, explain),
  };
  if (outcome.truth === 'false') result.remedy = REMEDIES[outcome.standing];
  if (outcome.truth !== 'notApplicable') result.standing = outcome.standing;
  if (outcome.strength !== undefined) result.strength = outcome.strength;
  if (outcome.grade !== undefined) result.grade = outcome.grade;
  if (assumedUnchangedSince !== undefined) result.assumedUnchangedSince = formatDay(assumedUnchangedSince);
  return result;
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
