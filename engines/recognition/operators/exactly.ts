import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';

type Exactly = Extract<Node, { exactly: unknown }>;

export const exactly: Operator<Exactly> = {
  name: 'exactly',
  matches: (node): node is Exactly => 'exactly' in node,
  children: (node) => node.exactly.of.map((child, index) => [String(index), child]),
  describe: (node, words) =>
    `exactly ${node.exactly.n} of: ${node.exactly.of.map((child) => words.describe(child, words)).join('; ')}`,
};
