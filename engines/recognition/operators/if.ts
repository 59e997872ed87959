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
    const told = {
      condition: words.describe(node.if, words),
      consequence: words.describe(node.then, words),
    };
    return node.else === undefined
      ? words.say('ifThen', told)
      : words.say('ifThenElse', { ...told, alternative: words.describe(node.else, words) });
  },
};
