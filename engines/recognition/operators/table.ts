import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';

type Table = Extract<Node, { table: unknown }>;

export const table: Operator<Table> = {
  name: 'table',
  matches: (node): node is Table => 'table' in node,
  children: () => [],
  describe: ({ table: { name, where } }, words) =>
    words.say('table', { table: name, condition: words.describe(where, words) }),
};
