import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';

type Table = Extract<Node, { table: unknown }>;

export const table: Operator<Table> = {
  name: 'table',
  matches: (node): node is Table => 'table' in node,
  children: () => [],
  describe: ({ table: { name, where } }, words) =>
    `a row of the table ${name} fits: ${words.describe(where, words)}`,
};
