import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { dayLabel, factLabel } from './words.ts';

type AsOf = Extract<Node, { asOf: unknown }>;

export const asOf: Operator<AsOf> = {
  name: 'asOf',
  matches: (node): node is AsOf => 'asOf' in node,
  children: () => [],
  describe: ({ asOf: { subject, on, recognisedBy } }, words) => {
    const told = { subject: factLabel(subject, words), day: dayLabel(on, words) };
    return recognisedBy === undefined
      ? words.say('accredited.any', told)
      : words.say('accredited.recognised', { ...told, recogniser: recognisedBy.toUpperCase() });
  },
};
