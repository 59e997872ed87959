/** Labels of the vocabulary for sentences. Every operator writes its sentence with these. */
import type { CodeSet, DayExpression, FactRef, Node, Scalar } from '../language/nodes.ts';
import type { FactDefinition, Vocabulary } from '../language/vocabulary.ts';
import type { PhraseKey } from '../phrases/en.ts';
import { type Say, sayEnglish } from '../phrases/say.ts';

export type Words = {
  readonly vocabulary: Vocabulary;
  /** The list whose entry `its` stands for, and the one `outer` stands for. */
  readonly its?: string;
  readonly outer?: string;
  readonly ruleTitle: (rule: string) => string;
  readonly describe: (node: Node, words: Words) => string;
  /** The phrasebook: every word that is not a label comes from it. */
  readonly say: Say;
  /** A day of the law, `2026-03-31`, as the reader writes days. */
  readonly day: (day: string) => string;
};

export function definitionOf(fact: string, words: Words): FactDefinition | undefined {
  const [head = '', name = ''] = fact.split('.');
  const section = head === 'its' ? words.its : head === 'outer' ? words.outer : head;
  return section === undefined ? undefined : words.vocabulary.sections.get(section)?.facts[name];
}

export function factLabel(fact: string, words: Words): string {
  if (fact.startsWith('row.')) return words.say('fact.row', { column: fact.slice(4) });
  const label = definitionOf(fact, words)?.label ?? fact;
  return fact.startsWith('outer.') ? words.say('fact.outer', { fact: label }) : label;
}

export const sectionLabel = (list: string, words: Words): string =>
  words.vocabulary.sections.get(list)?.label.toLowerCase() ?? list;

export function literalLabel(fact: string, literal: Scalar | FactRef, words: Words): string {
  if (typeof literal === 'object') return factLabel(literal.fact, words);
  if (typeof literal === 'boolean') return words.say(literal ? 'yes' : 'no');
  if (typeof literal === 'number') return quantityLabel(fact, literal, words);
  const definition = definitionOf(fact, words);
  if (definition?.type === 'day') return words.day(literal);
  return definition !== undefined && 'codes' in definition
    ? codeLabel(definition.codes, literal, words)
    : literal;
}

/** A number with its unit, where the vocabulary gives it one. */
export function quantityLabel(fact: string, value: number, words: Words): string {
  const definition = definitionOf(fact, words);
  if (definition?.type !== 'number') return String(value);
  const amount = definition.years === true ? String(value) : value;
  return words.say('quantity', { amount, unit: definition.unit });
}

export const codeLabel = (codes: string, code: string, words: Pick<Words, 'vocabulary'>): string =>
  words.vocabulary.codeLists.get(codes)?.entries.find((entry) => entry.code === code)?.label ?? code;

export function setLabel(fact: string, set: CodeSet, words: Words): string {
  if ('group' in set) return words.vocabulary.groups.get(set.group)?.label ?? set.group;
  return joined(
    'join.or',
    set.map((code) => literalLabel(fact, code, words)),
    words,
  );
}

export function dayLabel(day: DayExpression, words: Words): string {
  if (typeof day === 'string') return words.day(day);
  if ('fact' in day) return factLabel(day.fact, words);
  const { list, where, field } = 'latest' in day ? day.latest : day.earliest;
  return words.say('latest' in day ? 'day.latest' : 'day.earliest', {
    field: factLabel(`its.${field}`, { ...words, its: list }),
    list: selectionLabel(list, where, words),
  });
}

export function selectionLabel(list: string, where: Node | undefined, words: Words): string {
  const inner: Words = { ...words, its: list, ...(words.its === undefined ? {} : { outer: words.its }) };
  const told = { list: sectionLabel(list, words) };
  return where === undefined
    ? words.say('list.all', told)
    : words.say('list.with', { ...told, condition: words.describe(where, inner) });
}

/** Several as one text: `a and b and c`. */
export function joined(
  key: Extract<PhraseKey, `join.${string}`>,
  items: readonly string[],
  { say }: Pick<Words, 'say'>,
): string {
  const [first = '', ...rest] = items;
  return rest.reduce((left, right) => say(key, { left, right }), first);
}

const UNITS = {
  Y: 'period.years',
  M: 'period.months',
  W: 'period.weeks',
  D: 'period.days',
} as const;

/** `P2Y6M` → `2 years 6 months`. */
export function periodLabel(period: string, say: Say = sayEnglish): string {
  const parts = [...period.slice(1).matchAll(/(\d+)([YMWD])/g)].map(([, count, unit]) =>
    say(UNITS[unit as keyof typeof UNITS], { count: Number(count) }),
  );
  return joined('join.period', parts, { say });
}
