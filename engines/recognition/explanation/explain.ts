/** An outcome as the published explanation: sentences, facts used, citations. Reads outcomes of any back end. */
import type { Citation } from '../../kernel/index.ts';
import type { ExplanationNode, FactUsed } from '../assessment.ts';
import type { Facts } from '../language/facts.ts';
import type { Node } from '../language/nodes.ts';
import { describeNode, operatorOf } from '../operators/index.ts';
import { definitionOf, factLabel, type Words } from '../operators/words.ts';
import type { Outcome } from '../reference/outcome.ts';
import { factsNamed } from './facts-named.ts';
import { showValue } from './show-value.ts';

export type Explain = {
  readonly words: Words;
  readonly facts: Facts;
  /** The citations of the versions of a rule that are read. */
  readonly citationsOf: (rule: string) => readonly Citation[];
};

/** `cite` is what the node inherits: the citations of its version or of the nearest node above that has its own. */
export function explainOutcome(
  outcome: Outcome,
  cite: readonly Citation[],
  context: Explain,
): ExplanationNode {
  const { node } = outcome;
  const own = node?.cite ?? cite;
  // Another rule brings its own citations.
  const below = node !== undefined && 'rule' in node ? context.citationsOf(node.rule) : own;
  return {
    id: outcome.path,
    operator: node === undefined ? 'version' : operatorOf(node).name,
    sentence: node === undefined ? 'the wording that applies to you' : describeNode(node, context.words),
    truth: outcome.truth,
    ...(outcome.truth === 'notApplicable' ? {} : { standing: outcome.standing }),
    ...(outcome.strength === undefined ? {} : { strength: outcome.strength }),
    ...(outcome.grade === undefined ? {} : { grade: outcome.grade }),
    reasons: outcome.reasons,
    missing: outcome.missing,
    independentOf: outcome.independentOf,
    facts: node === undefined ? [] : factsUsed(node, context),
    cite: own,
    cure: node?.cure ?? [],
    ...(node?.waiver === undefined ? {} : { waiver: node.waiver }),
    ...(outcome.matched === undefined ? {} : { matched: outcome.matched }),
    ...(outcome.possible === undefined ? {} : { possible: outcome.possible }),
    children: outcome.children.map((child) => explainOutcome(child, below, context)),
  };
}

function factsUsed(node: Node, { words, facts }: Explain): readonly FactUsed[] {
  return factsNamed(node).map((fact): FactUsed => {
    const value = facts.scalars.get(fact) ?? { state: 'unknown' as const };
    const shown = showValue(value, definitionOf(fact, words));
    const state = value.state === 'range' ? 'known' : value.state;
    return {
      fact,
      label: factLabel(fact, words),
      state,
      ...(shown === undefined ? {} : { value: shown }),
      ...('strength' in value ? { strength: value.strength } : {}),
    };
  });
}
