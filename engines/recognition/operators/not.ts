import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';

type Not = Extract<Node, { not: unknown }>;

export const not: Operator<Not> = {
  name: 'not',
  matches: (node): node is Not => 'not' in node,
  children: (node) => [['not', node.not]],
  describe: (node, words) => words.say('not', { condition: words.describe(node.not, words) }),
};
