import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { dayLabel, periodLabel, selectionLabel } from './words.ts';

type SumDuration = Extract<Node, { sumDuration: unknown }>;

export const sumDuration: Operator<SumDuration> = {
  name: 'sumDuration',
  matches: (node): node is SumDuration => 'sumDuration' in node,
  children: () => [],
  describe: ({ sumDuration: { list, where, measure, window, atLeast } }, words) => {
    const { say } = words;
    const told = { list: selectionLabel(list, where, words), length: periodLabel(atLeast, say) };
    if (window === undefined) return say(measure === 'longest' ? 'sum.longest' : 'sum.total', told);
    return say(measure === 'longest' ? 'sum.longestWithin' : 'sum.totalWithin', {
      ...told,
      window: periodLabel(window.period, say),
      day: dayLabel(window.endsOn, words),
    });
  },
};
