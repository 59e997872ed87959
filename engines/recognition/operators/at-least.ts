import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { joined } from './words.ts';

type AtLeast = Extract<Node, { atLeast: { n: number } }>;

export const atLeast: Operator<AtLeast> = {
  name: 'atLeast',
  matches: (node): node is AtLeast => 'atLeast' in node && !('fact' in node),
  children: (node) => node.atLeast.of.map((child, index) => [String(index), child]),
  describe: ({ atLeast: { n, of } }, words) => {
    const each = of.map((child) => words.describe(child, words));
    return words.say('atLeastOf', { count: n, items: joined('join.semicolon', each, words) });
  },
};
