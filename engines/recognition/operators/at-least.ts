import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';

type AtLeast = Extract<Node, { atLeast: { n: number } }>;

export const atLeast: Operator<AtLeast> = {
  name: 'atLeast',
  matches: (node): node is AtLeast => 'atLeast' in node && !('fact' in node),
  children: (node) => node.atLeast.of.map((child, index) => [String(index), child]),
  describe: (node, words) =>
    `at least ${node.atLeast.n} of: ${node.atLeast.of.map((child) => words.describe(child, words)).join('; ')}`,
};
