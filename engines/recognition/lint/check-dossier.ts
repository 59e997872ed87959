/** A piece of a dossier in a case or a story: words of the vocabulary, values of their types. */
import { readValue } from '../facts/read-value.ts';
import { isRecord } from '../language/schema/check.ts';
import { nearestWord } from '../language/schema/nearest-word.ts';
import type { Path } from '../language/schema/problem.ts';
import type { Section, Vocabulary } from '../language/vocabulary.ts';
import type { Say } from './fact-types.ts';

const HEAD = ['schema', 'title', 'note', 'qualifications', 'planned', 'pmq'];

export function checkDossier(
  dossier: Readonly<Record<string, unknown>>,
  at: Path,
  vocabulary: Vocabulary,
  say: Say,
): void {
  for (const [name, value] of Object.entries(dossier)) {
    const section =
      name === 'qualifications'
        ? [...vocabulary.sections.values()].find((each) => each.kind === 'basis')
        : vocabulary.sections.get(name);
    if (name === 'planned' || name === 'schema' || name === 'title' || name === 'note') continue;
    if (section === undefined) sayUnknown(name, [...HEAD, ...vocabulary.sections.keys()], [...at, name], say);
    else if (name === 'qualifications') checkEntries(value, section, [...at, name], vocabulary, say);
    else if (section.kind === 'list') checkList(value, section, [...at, name], vocabulary, say);
    else checkRecord(value, section, [...at, name], vocabulary, say, ['evidence', 'id']);
  }
}

function sayUnknown(name: string, known: readonly string[], at: Path, say: Say): void {
  const near = nearestWord(name, known);
  say(
    'LINT_FACT_UNKNOWN',
    at,
    `The vocabulary has no ${name}.`,
    near === undefined
      ? 'Use a word of the vocabulary: a misspelt one would be silently unknown.'
      : `Did you mean ${near}?`,
  );
}

function checkList(list: unknown, section: Section, at: Path, vocabulary: Vocabulary, say: Say): void {
  if (!isRecord(list))
    return say('LINT_TYPE', at, `${section.section} is a list.`, 'Write { complete: true, entries: [ … ] }.');
  for (const key of Object.keys(list))
    if (!['complete', 'completeFor', 'evidence', 'entries'].includes(key))
      sayUnknown(key, ['complete', 'completeFor', 'evidence', 'entries'], [...at, key], say);
  if (list['completeFor'] !== undefined && section.key !== undefined) {
    const key = section.facts[section.key];
    for (const [index, code] of (list['completeFor'] as readonly unknown[]).entries())
      if (key !== undefined) checkValue(code, key, [...at, 'completeFor', index], vocabulary, say);
  }
  checkEntries(list['entries'] ?? [], section, [...at, 'entries'], vocabulary, say);
}

function checkEntries(entries: unknown, section: Section, at: Path, vocabulary: Vocabulary, say: Say): void {
  if (!Array.isArray(entries)) return say('LINT_TYPE', at, 'Entries are a list.', 'Write [ { id: …, … } ].');
  for (const [index, entry] of entries.entries())
    checkRecord(entry, section, [...at, index], vocabulary, say, ['id', 'evidence']);
}

function checkRecord(
  record: unknown,
  section: Section,
  at: Path,
  vocabulary: Vocabulary,
  say: Say,
  also: readonly string[],
): void {
  if (!isRecord(record))
    return say('LINT_TYPE', at, 'A map of facts is needed.', 'Write { fact: value, … }.');
  for (const [name, value] of Object.entries(record)) {
    if (also.includes(name)) continue;
    const fact = section.facts[name];
    if (fact === undefined) sayUnknown(name, Object.keys(section.facts), [...at, name], say);
    else if (fact.derived === true)
      say(
        'LINT_FACT_PLACE',
        [...at, name],
        `${section.section}.${name} is computed; what a dossier says of it is not read.`,
        'Give the facts it is computed from (planned.applicationOn for the day of the application).',
      );
    else checkValue(value, fact, [...at, name], vocabulary, say);
  }
}

function checkValue(
  value: unknown,
  fact: Section['facts'][string],
  at: Path,
  vocabulary: Vocabulary,
  say: Say,
): void {
  const read = readValue(value, fact, 1, vocabulary, '');
  if (!read.ok) say('LINT_TYPE', at, read.error.message, read.error.hint ?? 'Correct the value.');
}
