import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { dayLabel, factLabel } from './words.ts';

type AsOf = Extract<Node, { asOf: unknown }>;

export const asOf: Operator<AsOf> = {
  name: 'asOf',
  matches: (node): node is AsOf => 'asOf' in node,
  children: () => [],
  describe: ({ asOf: { subject, on, recognisedBy } }, words) => {
    const agency =
      recognisedBy === undefined
        ? 'an agency'
        : `an agency that ${recognisedBy.toUpperCase()} recognised that day`;
    return `${factLabel(subject, words)} was accredited by ${agency} on ${dayLabel(on, words)}`;
  },
};
