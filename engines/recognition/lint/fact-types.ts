/** The type of a fact where it is read: a scalar, a field of the entry, of the entry around it, or a column of the row. */
import type { Table } from '../language/pack.ts';
import type { FactType, Section, Vocabulary } from '../language/vocabulary.ts';
import type { Place } from '../language/walk-nodes.ts';
import { nearestWord } from '../schema/nearest-word.ts';
import type { Path } from '../schema/problem.ts';
import type { LintCode } from './finding.ts';

export type Words = { readonly vocabulary: Vocabulary; readonly tables: ReadonlyMap<string, Table> };

/** `add` of the check that asks: code, path, message, mend. */
export type Say = (code: LintCode, at: Path, message: string, mend: string) => void;

/** A column holds codes of no list in particular. */
export const ANY_CODES = '*';

export function typeOfFact(
  fact: string,
  place: Place,
  words: Words,
  at: Path,
  say: Say,
): FactType | undefined {
  const [head = '', ...rest] = fact.split('.');
  const name = rest.join('.');
  if (head === 'its' || head === 'outer') return typeOfEntry(head, name, place, words, at, say);
  if (head === 'row') return typeOfColumn(name, place, words, at, say);
  const section = words.vocabulary.sections.get(head);
  if (section === undefined) {
    const near = nearestWord(head, [...words.vocabulary.sections.keys()]);
    say(
      'LINT_FACT_UNKNOWN',
      at,
      `No section ${head} in the vocabulary (${fact}).`,
      near === undefined
        ? 'Add the fact to the vocabulary, or use its, outer or row inside a list or table.'
        : `Did you mean ${near}.${name}?`,
    );
    return undefined;
  }
  if (section.kind === 'list') {
    say(
      'LINT_FACT_PLACE',
      at,
      `${head} is a list: ${fact} cannot be read outside an entry of it.`,
      `Use some, every or count over ${head} and its.${name} inside.`,
    );
    return undefined;
  }
  return fieldOf(section, name, fact, at, say);
}

function typeOfEntry(
  head: 'its' | 'outer',
  name: string,
  place: Place,
  { vocabulary }: Words,
  at: Path,
  say: Say,
): FactType | undefined {
  const list = place[head];
  const section = list === undefined ? undefined : vocabulary.sections.get(list);
  if (list === undefined) {
    say(
      'LINT_FACT_PLACE',
      at,
      `${head}.${name} has no meaning here: there is no ${head === 'its' ? 'entry' : 'entry around this list'}.`,
      'Read the fact inside a list operator.',
    );
    return undefined;
  }
  return section === undefined ? undefined : fieldOf(section, name, `${head}.${name}`, at, say);
}

function typeOfColumn(
  name: string,
  place: Place,
  { tables }: Words,
  at: Path,
  say: Say,
): FactType | undefined {
  const table = place.table === undefined ? undefined : tables.get(place.table);
  if (place.table === undefined) {
    say(
      'LINT_FACT_PLACE',
      at,
      `row.${name} has no meaning outside a table.`,
      'Read a column inside the where of a table operator.',
    );
    return undefined;
  }
  const column = table?.columns[name];
  if (table === undefined) return undefined;
  if (column === undefined) {
    say(
      'LINT_FACT_UNKNOWN',
      at,
      `The table ${table.table} has no column ${name}.`,
      `Its columns are ${Object.keys(table.columns).join(', ')}.`,
    );
    return undefined;
  }
  if (column === 'code') return { type: 'code', codes: ANY_CODES };
  return column === 'number' ? { type: 'number', unit: '' } : { type: column };
}

export function fieldOf(
  section: Section,
  name: string,
  shown: string,
  at: Path,
  say: Say,
): FactType | undefined {
  const fact = Object.hasOwn(section.facts, name) ? section.facts[name] : undefined;
  if (fact !== undefined) return fact;
  const near = nearestWord(name, Object.keys(section.facts));
  say(
    'LINT_FACT_UNKNOWN',
    at,
    `The section ${section.section} has no fact ${name} (${shown}).`,
    near === undefined ? `Its facts are ${Object.keys(section.facts).join(', ')}.` : `Did you mean ${near}?`,
  );
  return undefined;
}

/** Countries are jurisdictions too: the two lists may be compared. */
export function shareCodes(a: string, b: string): boolean {
  const places = ['countries', 'jurisdictions'];
  return a === b || a === ANY_CODES || b === ANY_CODES || (places.includes(a) && places.includes(b));
}
