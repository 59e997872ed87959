/** An outcome as the published explanation: sentences, facts used, citations. Reads outcomes of any back end. */
import type { Citation } from '../../kernel/index.ts';
import type { ExplanationNode } from '../assessment.ts';
import { sayEnglish } from '../phrases/say.ts';
import type { Outcome } from '../reference/outcome.ts';
import type { ShowFact } from './show-fact.ts';
import { type TellNode, type Told, wordingIn } from './tell-node.ts';

export type Explain = {
  readonly tell: TellNode;
  readonly showFact: ShowFact;
  /** The citations of the versions of a rule that are read. */
  readonly citationsOf: (rule: string) => readonly Citation[];
  /** By rule: explained once for a person, however many rules refer to it. */
  readonly explained: Map<string, ExplanationNode>;
};

export const WORDING: Told = wordingIn(sayEnglish);

/** A rule as a whole, with the citations of its versions. */
export function explainRule(rule: string, outcome: Outcome, context: Explain): ExplanationNode {
  const held = context.explained.get(rule);
  if (held !== undefined) return held;
  const explanation = explainOutcome(outcome, context.citationsOf(rule), context);
  context.explained.set(rule, explanation);
  return explanation;
}

/** `cite` is what the node inherits: the citations of its version or of the nearest node above that has its own. */
function explainOutcome(outcome: Outcome, cite: readonly Citation[], context: Explain): ExplanationNode {
  const { node } = outcome;
  const own = node?.cite ?? cite;
  const { operator, sentence, facts } = node === undefined ? WORDING : context.tell(node);
  const told: Draft = {
    id: outcome.path,
    operator,
    sentence,
    truth: outcome.truth,
    reasons: outcome.reasons,
    missing: outcome.missing,
    independentOf: outcome.independentOf,
    facts: facts.map(context.showFact),
    cite: own,
    cure: node?.cure ?? NOTHING,
    children: outcome.children.map((child) =>
      // Another rule brings its own citations.
      node !== undefined && 'rule' in node
        ? explainReferred(node.rule, child, context)
        : explainOutcome(child, own, context),
    ),
  };
  if (outcome.truth !== 'notApplicable') told.standing = outcome.standing;
  if (outcome.strength !== undefined) told.strength = outcome.strength;
  if (outcome.grade !== undefined) told.grade = outcome.grade;
  if (node?.waiver !== undefined) told.waiver = node.waiver;
  if (outcome.matched !== undefined) told.matched = outcome.matched;
  if (outcome.possible !== undefined) told.possible = outcome.possible;
  return told;
}

/** What may be absent is added where it is present: this runs some thousand times for one person. */
type Draft = { -readonly [K in keyof ExplanationNode]: ExplanationNode[K] };

const NOTHING: readonly never[] = [];

/** A rule that is asked for within itself says only that the circle closed, and is not that rule's explanation. */
function explainReferred(rule: string, outcome: Outcome, context: Explain): ExplanationNode {
  const isWhole = outcome.node !== undefined || outcome.children.length > 0;
  return isWhole
    ? explainRule(rule, outcome, context)
    : explainOutcome(outcome, context.citationsOf(rule), context);
}
