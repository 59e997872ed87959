import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { selectionLabel } from './words.ts';

type Count = Extract<Node, { count: unknown }>;

export const count: Operator<Count> = {
  name: 'count',
  matches: (node): node is Count => 'count' in node,
  children: () => [],
  describe: ({ count: { list, where, atLeast, atMost } }, words) => {
    const among = { list: selectionLabel(list, where, words) };
    if (atLeast !== undefined && atMost !== undefined)
      return words.say('count.between', { ...among, least: atLeast, most: atMost });
    if (atLeast !== undefined) return words.say('count.atLeast', { ...among, least: atLeast });
    if (atMost !== undefined) return words.say('count.atMost', { ...among, most: atMost });
    return words.say('count.any', among);
  },
};
