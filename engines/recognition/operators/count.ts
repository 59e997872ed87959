import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { selectionLabel } from './words.ts';

type Count = Extract<Node, { count: unknown }>;

export const count: Operator<Count> = {
  name: 'count',
  matches: (node): node is Count => 'count' in node,
  children: () => [],
  describe: ({ count: { list, where, atLeast, atMost } }, words) => {
    const bounds = [
      atLeast === undefined ? '' : `at least ${atLeast}`,
      atMost === undefined ? '' : `at most ${atMost}`,
    ].filter((bound) => bound !== '');
    return `there are ${bounds.join(' and ')} among ${selectionLabel(list, where, words)}`;
  },
};
