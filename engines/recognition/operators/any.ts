import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';

type Any = Extract<Node, { any: unknown }>;

export const any: Operator<Any> = {
  name: 'any',
  matches: (node): node is Any => 'any' in node,
  children: (node) => node.any.map((child, index) => [String(index), child]),
  describe: (node, words) => `(${node.any.map((child) => words.describe(child, words)).join(') or (')})`,
};
