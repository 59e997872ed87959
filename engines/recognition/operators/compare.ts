import type { FactRef, Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { dayLabel, definitionOf, factLabel, literalLabel, setLabel, type Words } from './words.ts';

type Comparison = Extract<Node, FactRef>;

/** Every comparison of one fact: which of them is told by its second key. */
export const compare: Operator<Comparison> = {
  name: 'compare',
  matches: (node): node is Comparison => 'fact' in node,
  children: () => [],
  describe: (node, words) => `${factLabel(node.fact, words)} ${phrase(node, words)}`,
};

function phrase(node: Comparison, words: Words): string {
  if ('equals' in node) return `is ${literalLabel(node.fact, node.equals, words)}`;
  if ('notEquals' in node) return `is not ${literalLabel(node.fact, node.notEquals, words)}`;
  if ('in' in node) return `is ${setLabel(node.fact, node.in, words)}`;
  if ('notIn' in node) return `is none of ${setLabel(node.fact, node.notIn, words)}`;
  if ('includes' in node) return `include ${literalLabel(node.fact, node.includes, words)}`;
  if ('includesAny' in node) return `include one of ${setLabel(node.fact, node.includesAny, words)}`;
  if ('onlyFrom' in node) return `are all among ${setLabel(node.fact, node.onlyFrom, words)}`;
  if ('onOrAfter' in node) return `is on or after ${dayLabel(node.onOrAfter, words)}`;
  if ('after' in node) return `is after ${dayLabel(node.after, words)}`;
  if ('onOrBefore' in node) return `is on or before ${dayLabel(node.onOrBefore, words)}`;
  if ('before' in node) return `is before ${dayLabel(node.before, words)}`;
  return numberPhrase(node, words);
}

function numberPhrase(node: Comparison, words: Words): string {
  const definition = definitionOf(node.fact, words);
  const unit = definition?.type === 'number' ? ` ${definition.unit}` : '';
  if ('atLeast' in node) return `is at least ${node.atLeast}${unit}`;
  if ('moreThan' in node) return `is more than ${node.moreThan}${unit}`;
  if ('atMost' in node) return `is at most ${node.atMost}${unit}`;
  if ('lessThan' in node) return `is less than ${node.lessThan}${unit}`;
  if ('between' in node) return `is between ${node.between[0]} and ${node.between[1]}${unit}`;
  return '';
}
