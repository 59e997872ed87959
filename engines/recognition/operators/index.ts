/** The closed set of operators. A new one is a new file and a line here. */
import type { Node } from '../language/nodes.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { sayEnglish } from '../phrases/say.ts';
import { all } from './all.ts';
import { any } from './any.ts';
import { asOf } from './as-of.ts';
import { atLeast } from './at-least.ts';
import { compare } from './compare.ts';
import { count } from './count.ts';
import { every } from './every.ts';
import { exactly } from './exactly.ts';
import { examWindow } from './exam-window.ts';
import { ifThen } from './if.ts';
import { not } from './not.ts';
import { notResearched } from './not-researched.ts';
import type { Operator } from './operator.ts';
import { rule } from './rule.ts';
import { some } from './some.ts';
import { sumDuration } from './sum-duration.ts';
import { table } from './table.ts';
import { unless } from './unless.ts';
import { withinPeriod } from './within-period.ts';
import type { Words } from './words.ts';

export const OPERATORS = [
  all,
  any,
  not,
  atLeast,
  exactly,
  ifThen,
  unless,
  compare,
  withinPeriod,
  asOf,
  some,
  every,
  count,
  sumDuration,
  examWindow,
  table,
  rule,
  notResearched,
] as unknown as readonly Operator[];

export function operatorOf(node: Node): Operator {
  const found = OPERATORS.find((operator) => operator.matches(node));
  if (found === undefined)
    throw new Error(`No such operator: ${Object.keys(node).join(', ')}; the loader refuses it.`);
  return found;
}

/** Logical children and the names of their places; leaves have none. */
export const childrenOf = (node: Node): readonly (readonly [string, Node])[] =>
  operatorOf(node).children(node);

/** The author's label where there is one, else the operator's sentence. */
export const describeNode = (node: Node, words: Words): string =>
  node.label ?? describeStructure(node, words);

/** The operator's sentence: what a reader of another language is told, since labels stay in the author's. */
export const describeStructure = (node: Node, words: Words): string => operatorOf(node).describe(node, words);

/** The words of the published assessment: English, days as ISO text, the labels of authors kept. */
export const englishWords = (vocabulary: Vocabulary, ruleTitle: (rule: string) => string): Words => ({
  vocabulary,
  ruleTitle,
  describe: describeNode,
  say: sayEnglish,
  day: (day) => day,
});
