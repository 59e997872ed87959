import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { selectionLabel } from './words.ts';

type Some = Extract<Node, { some: unknown }>;

export const some: Operator<Some> = {
  name: 'some',
  matches: (node): node is Some => 'some' in node,
  children: () => [],
  describe: ({ some: { list, where } }, words) =>
    words.say('some', { list: selectionLabel(list, where, words) }),
};
