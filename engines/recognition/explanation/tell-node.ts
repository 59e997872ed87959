/** What an explanation says of a node whoever the person is: its operator, its sentence, the facts that it reads. */
import type { Node } from '../language/nodes.ts';
import type { FactDefinition } from '../language/vocabulary.ts';
import { operatorOf } from '../operators/index.ts';
import { definitionOf, factLabel, type Words } from '../operators/words.ts';
import type { Say } from '../phrases/say.ts';
import { factsNamed } from './facts-named.ts';

export type FactNamed = {
  readonly fact: string;
  readonly label: string;
  readonly definition: FactDefinition | undefined;
};

export type Told = {
  readonly operator: string;
  readonly sentence: string;
  readonly facts: readonly FactNamed[];
};

export type TellNode = (node: Node) => Told;

/** What is said where no node stands: a rule as a whole, whose wordings differ. */
export const wordingIn = (say: Say): Told => ({ operator: 'version', sentence: say('wording'), facts: [] });

/** Told once for a law and kept: the sentences of a rule are the same for everybody. */
export function makeTellNode(words: Words): TellNode {
  const held = new WeakMap<Node, Told>();
  return (node) => {
    const known = held.get(node);
    if (known !== undefined) return known;
    const told = tellNode(node, words);
    held.set(node, told);
    return told;
  };
}

const tellNode = (node: Node, words: Words): Told => ({
  operator: operatorOf(node).name,
  sentence: words.describe(node, words),
  facts: factsNamed(node).map((fact) => ({
    fact,
    label: factLabel(fact, words),
    definition: definitionOf(fact, words),
  })),
});
