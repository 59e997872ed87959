import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { joined, periodLabel, type Words } from './words.ts';

type ExamWindow = Extract<Node, { examWindow: unknown }>;

export const examWindow: Operator<ExamWindow> = {
  name: 'examWindow',
  matches: (node): node is ExamWindow => 'examWindow' in node,
  children: () => [],
  describe: ({ examWindow: { list, parts, within, ordered } }, words) => {
    const inner: Words = { ...words, its: list };
    const each = parts.map((part) => words.say('bracketed', { item: words.describe(part, inner) }));
    return words.say(ordered === true ? 'examWindow.inOrder' : 'examWindow.anyOrder', {
      parts: joined('join.comma', each, words),
      period: periodLabel(within, words.say),
    });
  },
};
