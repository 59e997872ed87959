import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { joined } from './words.ts';

type Any = Extract<Node, { any: unknown }>;

export const any: Operator<Any> = {
  name: 'any',
  matches: (node): node is Any => 'any' in node,
  children: (node) => node.any.map((child, index) => [String(index), child]),
  describe: (node, words) =>
    joined(
      'join.or',
      node.any.map((child) => words.say('bracketed', { item: words.describe(child, words) })),
      words,
    ),
};
