import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { joined } from './words.ts';

type Exactly = Extract<Node, { exactly: unknown }>;

export const exactly: Operator<Exactly> = {
  name: 'exactly',
  matches: (node): node is Exactly => 'exactly' in node,
  children: (node) => node.exactly.of.map((child, index) => [String(index), child]),
  describe: ({ exactly: { n, of } }, words) => {
    const each = of.map((child) => words.describe(child, words));
    return words.say('exactlyOf', { count: n, items: joined('join.semicolon', each, words) });
  },
};
