import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { periodLabel, type Words } from './words.ts';

type ExamWindow = Extract<Node, { examWindow: unknown }>;

export const examWindow: Operator<ExamWindow> = {
  name: 'examWindow',
  matches: (node): node is ExamWindow => 'examWindow' in node,
  children: () => [],
  describe: ({ examWindow: { list, parts, within, ordered } }, words) => {
    const inner: Words = { ...words, its: list };
    const each = parts.map((part) => `(${words.describe(part, inner)})`).join(', ');
    return `one attempt for each of ${each} within ${periodLabel(within)} of each other${ordered === true ? ', in this order' : ''}`;
  },
};
