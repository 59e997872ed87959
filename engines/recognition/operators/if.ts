import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';

type If = Extract<Node, { if: unknown }>;

export const ifThen: Operator<If> = {
  name: 'if',
  matches: (node): node is If => 'if' in node,
  children: (node) => [
    ['if', node.if],
    ['then', node.then],
    ...(node.else === undefined ? [] : [['else', node.else] as const]),
  ],
  describe: (node, words) => {
    const start = `if ${words.describe(node.if, words)}, then ${words.describe(node.then, words)}`;
    return node.else === undefined ? start : `${start}; otherwise ${words.describe(node.else, words)}`;
  },
};
