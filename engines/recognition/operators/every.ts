import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { selectionLabel, type Words } from './words.ts';

type Every = Extract<Node, { every: unknown }>;

export const every: Operator<Every> = {
  name: 'every',
  matches: (node): node is Every => 'every' in node,
  children: () => [],
  describe: ({ every: { list, where, satisfies } }, words) => {
    const inner: Words = { ...words, its: list, ...(words.its === undefined ? {} : { outer: words.its }) };
    return words.say('every', {
      list: selectionLabel(list, where, words),
      condition: words.describe(satisfies, inner),
    });
  },
};
