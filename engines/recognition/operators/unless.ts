import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';

type Unless = Extract<Node, { unless: unknown }>;

export const unless: Operator<Unless> = {
  name: 'unless',
  matches: (node): node is Unless => 'unless' in node,
  children: (node) => [
    ['unless', node.unless],
    ['then', node.then],
  ],
  describe: (node, words) =>
    words.say('unless', {
      condition: words.describe(node.then, words),
      exception: words.describe(node.unless, words),
    }),
};
