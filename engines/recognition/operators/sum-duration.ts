import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { dayLabel, periodLabel, selectionLabel } from './words.ts';

type SumDuration = Extract<Node, { sumDuration: unknown }>;

export const sumDuration: Operator<SumDuration> = {
  name: 'sumDuration',
  matches: (node): node is SumDuration => 'sumDuration' in node,
  children: () => [],
  describe: ({ sumDuration: { list, where, measure, window, atLeast } }, words) => {
    const length = `${selectionLabel(list, where, words)} come to at least ${periodLabel(atLeast)}${measure === 'longest' ? ' without a break' : ''}`;
    return window === undefined
      ? length
      : `${length} in the ${periodLabel(window.period)} up to ${dayLabel(window.endsOn, words)}`;
  },
};
