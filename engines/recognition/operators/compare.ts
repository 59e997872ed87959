import type { CodeSet, DayExpression, FactRef, Node, Scalar } from '../language/nodes.ts';
import type { Operator } from './operator.ts';
import { dayLabel, factLabel, literalLabel, quantityLabel, setLabel, type Words } from './words.ts';

type Comparison = Extract<Node, FactRef>;

/** Every comparison of one fact: which of them is told by its second key. */
export const compare: Operator<Comparison> = {
  name: 'compare',
  matches: (node): node is Comparison => 'fact' in node,
  children: () => [],
  describe: (node, words) => withCode(node, words) ?? withDay(node, words) ?? withNumber(node, words),
};

function withCode(node: Comparison, words: Words): string | undefined {
  const { say } = words;
  const fact = factLabel(node.fact, words);
  const set = (codes: CodeSet) => ({ fact, values: setLabel(node.fact, codes, words) });
  const one = (literal: Scalar | FactRef) => ({ fact, value: literalLabel(node.fact, literal, words) });
  if ('equals' in node) {
    if (typeof node.equals !== 'boolean') return say('compare.equals', one(node.equals));
    return say(node.equals ? 'compare.isYes' : 'compare.isNo', { fact });
  }
  if ('notEquals' in node) return say('compare.notEquals', one(node.notEquals));
  if ('in' in node) return say('compare.in', set(node.in));
  if ('notIn' in node) return say('compare.notIn', set(node.notIn));
  if ('includes' in node) return say('compare.includes', one(node.includes));
  if ('includesAny' in node) return say('compare.includesAny', set(node.includesAny));
  if ('onlyFrom' in node) return say('compare.onlyFrom', set(node.onlyFrom));
  return undefined;
}

function withDay(node: Comparison, words: Words): string | undefined {
  const { say } = words;
  const against = (day: DayExpression) => ({
    fact: factLabel(node.fact, words),
    day: dayLabel(day, words),
  });
  if ('onOrAfter' in node) return say('compare.onOrAfter', against(node.onOrAfter));
  if ('after' in node) return say('compare.after', against(node.after));
  if ('onOrBefore' in node) return say('compare.onOrBefore', against(node.onOrBefore));
  if ('before' in node) return say('compare.before', against(node.before));
  return undefined;
}

function withNumber(node: Comparison, words: Words): string {
  const { say } = words;
  const fact = factLabel(node.fact, words);
  const amount = (value: number) => quantityLabel(node.fact, value, words);
  if ('atLeast' in node) return say('compare.atLeast', { fact, amount: amount(node.atLeast) });
  if ('moreThan' in node) return say('compare.moreThan', { fact, amount: amount(node.moreThan) });
  if ('atMost' in node) return say('compare.atMost', { fact, amount: amount(node.atMost) });
  if ('lessThan' in node) return say('compare.lessThan', { fact, amount: amount(node.lessThan) });
  if ('between' in node) {
    const [from, to] = node.between;
    return say('compare.between', { fact, from, to: amount(to) });
  }
  throw new Error(`No such comparison: ${Object.keys(node).join(', ')}; the loader refuses it.`);
}
