import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { joined } from './words.ts';

type All = Extract<Node, { all: unknown }>;

export const all: Operator<All> = {
  name: 'all',
  matches: (node): node is All => 'all' in node,
  children: (node) => node.all.map((child, index) => [String(index), child]),
  describe: (node, words) =>
    joined(
      'join.and',
      node.all.map((child) => words.describe(child, words)),
      words,
    ),
};
