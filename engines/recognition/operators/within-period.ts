import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { dayLabel, periodLabel } from './words.ts';

type WithinPeriod = Extract<Node, { withinPeriod: unknown }>;

export const withinPeriod: Operator<WithinPeriod> = {
  name: 'withinPeriod',
  matches: (node): node is WithinPeriod => 'withinPeriod' in node,
  children: () => [],
  describe: ({ withinPeriod: { from, to, period } }, words) =>
    words.say('withinPeriod', {
      from: dayLabel(from, words),
      to: dayLabel(to, words),
      period: periodLabel(period, words.say),
    }),
};
