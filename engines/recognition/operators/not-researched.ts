import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';

type NotResearched = Extract<Node, { notResearched: unknown }>;

export const notResearched: Operator<NotResearched> = {
  name: 'notResearched',
  matches: (node): node is NotResearched => 'notResearched' in node,
  children: () => [],
  describe: (node, words) => words.say('notResearched', { question: node.notResearched }),
};
