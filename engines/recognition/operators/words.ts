/** Labels of the vocabulary for sentences. Every operator writes its sentence with these. */
import type { CodeSet, DayExpression, FactRef, Node, Scalar } from '../language/nodes.ts';
import type { FactDefinition, Vocabulary } from '../language/vocabulary.ts';

export type Words = {
  readonly vocabulary: Vocabulary;
  /** The list whose entry `its` stands for, and the one `outer` stands for. */
  readonly its?: string;
  readonly outer?: string;
  readonly ruleTitle: (rule: string) => string;
  readonly describe: (node: Node, words: Words) => string;
};

export function definitionOf(fact: string, words: Words): FactDefinition | undefined {
  const [head = '', name = ''] = fact.split('.');
  const section = head === 'its' ? words.its : head === 'outer' ? words.outer : head;
  return section === undefined ? undefined : words.vocabulary.sections.get(section)?.facts[name];
}

export function factLabel(fact: string, words: Words): string {
  if (fact.startsWith('row.')) return `the table's ${fact.slice(4)}`;
  const label = definitionOf(fact, words)?.label ?? fact;
  return fact.startsWith('outer.') ? `${label} of the entry above` : label;
}

export const sectionLabel = (list: string, words: Words): string =>
  words.vocabulary.sections.get(list)?.label.toLowerCase() ?? list;

export function literalLabel(fact: string, literal: Scalar | FactRef, words: Words): string {
  if (typeof literal === 'object') return factLabel(literal.fact, words);
  if (typeof literal === 'boolean') return literal ? 'yes' : 'no';
  const definition = definitionOf(fact, words);
  if (definition?.type === 'number') return `${literal} ${definition.unit}`;
  return typeof literal === 'string' && definition !== undefined && 'codes' in definition
    ? codeLabel(definition.codes, literal, words)
    : String(literal);
}

export const codeLabel = (codes: string, code: string, words: Words): string =>
  words.vocabulary.codeLists.get(codes)?.entries.find((entry) => entry.code === code)?.label ?? code;

export function setLabel(fact: string, set: CodeSet, words: Words): string {
  if ('group' in set) return words.vocabulary.groups.get(set.group)?.label ?? set.group;
  return set.map((code) => literalLabel(fact, code, words)).join(' or ');
}

export function dayLabel(day: DayExpression, words: Words): string {
  if (typeof day === 'string') return day;
  if ('fact' in day) return factLabel(day.fact, words);
  const [which, selection] =
    'latest' in day ? (['latest', day.latest] as const) : (['earliest', day.earliest] as const);
  return `the ${which} ${factLabel(`its.${selection.field}`, { ...words, its: selection.list })} among ${selectionLabel(selection.list, selection.where, words)}`;
}

export function selectionLabel(list: string, where: Node | undefined, words: Words): string {
  const inner: Words = { ...words, its: list, ...(words.its === undefined ? {} : { outer: words.its }) };
  return where === undefined
    ? `your ${sectionLabel(list, words)}`
    : `your ${sectionLabel(list, words)} with ${words.describe(where, inner)}`;
}

const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  Y: ['year', 'years'],
  M: ['month', 'months'],
  W: ['week', 'weeks'],
  D: ['day', 'days'],
};

/** `P2Y6M` → `2 years 6 months`. */
export function periodLabel(period: string): string {
  const parts = [...period.slice(1).matchAll(/(\d+)([YMWD])/g)];
  return parts
    .map(([, count = '0', unit = 'D']) => `${count} ${UNITS[unit]?.[count === '1' ? 0 : 1] ?? unit}`)
    .join(' ');
}
