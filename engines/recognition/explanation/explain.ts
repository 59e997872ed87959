/** An outcome as the published explanation: sentences, facts used, citations. Reads outcomes of any back end. */
import type { Citation } from '../../kernel/index.ts';
import type { ExplanationNode } from '../assessment.ts';
import type { Outcome } from '../reference/outcome.ts';
import type { ShowFact } from './show-fact.ts';
import type { TellNode, Told } from './tell-node.ts';

export type Explain = {
  readonly tell: TellNode;
  readonly showFact: ShowFact;
  /** The citations of the versions of a rule that are read. */
  readonly citationsOf: (rule: string) => readonly Citation[];
  /** By rule: explained once for a person, however many rules refer to it. */
  readonly explained: Map<string, ExplanationNode>;
};

export const WORDING: Told = { operator: 'version', sentence: 'the wording that applies to you', facts: [] };

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
  return {
    id: outcome.path,
    operator,
    sentence,
    truth: outcome.truth,
    ...(outcome.truth === 'notApplicable' ? {} : { standing: outcome.standing }),
    ...(outcome.strength === undefined ? {} : { strength: outcome.strength }),
    ...(outcome.grade === undefined ? {} : { grade: outcome.grade }),
    reasons: outcome.reasons,
    missing: outcome.missing,
    independentOf: outcome.independentOf,
    facts: facts.map(context.showFact),
    cite: own,
    cure: node?.cure ?? [],
    ...(node?.waiver === undefined ? {} : { waiver: node.waiver }),
    ...(outcome.matched === undefined ? {} : { matched: outcome.matched }),
    ...(outcome.possible === undefined ? {} : { possible: outcome.possible }),
    children: outcome.children.map((child) =>
      // Another rule brings its own citations.
      node !== undefined && 'rule' in node
        ? explainReferred(node.rule, child, context)
        : explainOutcome(child, own, context),
    ),
  };
}

/** A rule that is asked for within itself says only that the circle closed, and is not that rule's explanation. */
function explainReferred(rule: string, outcome: Outcome, context: Explain): ExplanationNode {
  const isWhole = outcome.node !== undefined || outcome.children.length > 0;
  return isWhole
    ? explainRule(rule, outcome, context)
    : explainOutcome(outcome, context.citationsOf(rule), context);
}
