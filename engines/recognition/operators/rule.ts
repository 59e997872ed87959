import type { Node } from '../language/nodes.ts';
import type { Operator } from './operator.ts';

type RuleRef = Extract<Node, { rule: unknown }>;

export const rule: Operator<RuleRef> = {
  name: 'rule',
  matches: (node): node is RuleRef => 'rule' in node,
  children: () => [],
  describe: (node, words) => words.say('rule', { title: words.ruleTitle(node.rule) }),
};
