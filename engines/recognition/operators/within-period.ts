import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { dayLabel, periodLabel } from './words.ts';

type WithinPeriod = Extract<Node, { withinPeriod: unknown }>;

export const withinPeriod: Operator<WithinPeriod> = {
  name: 'withinPeriod',
  matches: (node): node is WithinPeriod => 'withinPeriod' in node,
  children: () => [],
  describe: ({ withinPeriod: { from, to, period } }, words) =>
    `${dayLabel(to, words)} is within ${periodLabel(period)} of ${dayLabel(from, words)}`,
};
