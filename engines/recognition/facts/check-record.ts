/** Lists, entries and records of a dossier, each value as the vocabulary types it. */
import { quoteText } from '../../kernel/index.ts';
import type { FactDefinition, Section } from '../language/vocabulary.ts';
import { isRecord } from '../schema/guard.ts';
import { checkDays } from './check-days.ts';
import { type Desk, MOST_ENTRIES, pointer, sayNoFact, sayTooMany } from './dossier-desk.ts';
import { isText, readValue } from './read-value.ts';

const EVIDENCE = ['declared', 'document', 'source', 'credential'];
const LIST_KEYS = ['complete', 'completeFor', 'evidence', 'entries'];

export function checkList(value: unknown, section: Section, at: string, desk: Desk): void {
  if (!isRecord(value))
    return desk.say(
      'DOSSIER_TYPE',
      at,
      `${section.label} is a list with a word on its completeness.`,
      'Write { "complete": true, "entries": [ … ] }.',
    );
  for (const [name, part] of Object.entries(value)) {
    const here = pointer(at, name);
    if (name === 'entries') checkEntries(part, section, here, desk);
    else if (name === 'evidence') checkEvidence(part, here, desk);
    else if (name === 'completeFor') checkCompleteFor(part, section, here, desk);
    else if (name !== 'complete') sayNoFact(name, LIST_KEYS, section, here, desk);
    else if (typeof part !== 'boolean')
      desk.say(
        'DOSSIER_TYPE',
        here,
        'Whether these are all is true or false.',
        'Write true if you have listed everything, else false.',
      );
  }
}

function checkCompleteFor(value: unknown, section: Section, at: string, desk: Desk): void {
  const key = section.key === undefined ? undefined : section.facts[section.key];
  if (key === undefined)
    return desk.say(
      'DOSSIER_FACT_UNKNOWN',
      at,
      `${section.label} cannot be complete for some codes only.`,
      'Use "complete": true or false.',
    );
  if (!Array.isArray(value))
    return desk.say(
      'DOSSIER_TYPE',
      at,
      'This is a list of codes.',
      `Write the codes of ${key.label.toLowerCase()} of which you have listed everything.`,
    );
  if (value.length > MOST_ENTRIES) return sayTooMany(at, desk);
  for (const [index, code] of value.entries()) {
    if (code === 'unknown' || code === null)
      desk.say(
        'DOSSIER_CODE_UNKNOWN',
        pointer(at, index),
        'A code is needed here.',
        'Name the code, or leave it out.',
      );
    else checkValue(code, key, pointer(at, index), desk);
  }
}

export function checkEntries(value: unknown, section: Section, at: string, desk: Desk): void {
  if (!Array.isArray(value))
    return desk.say('DOSSIER_TYPE', at, 'The entries are a list.', 'Write [ { "id": "first", … } ].');
  if (value.length > MOST_ENTRIES) return sayTooMany(at, desk);
  const seen = new Set<unknown>();
  for (const [index, entry] of value.entries()) {
    const here = pointer(at, index);
    if (isRecord(entry)) checkId(entry, here, seen, desk);
    checkRecord(entry, section, here, ['evidence', 'id'], desk);
  }
}

function checkId(
  entry: Readonly<Record<string, unknown>>,
  at: string,
  seen: Set<unknown>,
  { say }: Desk,
): void {
  const id = Object.hasOwn(entry, 'id') ? entry['id'] : undefined;
  if (id === undefined || id === null || id === '')
    return say(
      'DOSSIER_ID_MISSING',
      at,
      'This entry has no id.',
      'Give each entry an id of its own, such as "id": "first".',
    );
  const here = pointer(at, 'id');
  if (typeof id !== 'string' || !/^[\p{L}\p{N}_-]{1,64}$/u.test(id))
    return say(
      'DOSSIER_TEXT',
      here,
      'An id is a text of at most 64 letters, digits, hyphens and underscores.',
      'Shorten or simplify it.',
    );
  if (seen.has(id))
    say(
      'DOSSIER_ID_DUPLICATE',
      here,
      `Two entries of this list have the id ${quoteText(id)}.`,
      'Give each entry an id of its own.',
    );
  seen.add(id);
}

export function checkRecord(
  value: unknown,
  section: Section,
  at: string,
  also: readonly string[],
  desk: Desk,
): void {
  if (!isRecord(value))
    return desk.say(
      'DOSSIER_TYPE',
      at,
      `${section.label} is told in an object of facts.`,
      'Write { "fact": value, … }.',
    );
  for (const [name, fact] of Object.entries(value)) {
    const here = pointer(at, name);
    const definition = Object.hasOwn(section.facts, name) ? section.facts[name] : undefined;
    if (name === 'evidence' && also.includes(name)) checkEvidence(fact, here, desk);
    else if (also.includes(name)) continue;
    else if (definition === undefined)
      sayNoFact(name, [...also, ...writtenFacts(section)], section, here, desk);
    else if (definition.derived === true)
      desk.say(
        'DOSSIER_FACT_UNKNOWN',
        here,
        `${definition.label} is computed from other facts and cannot be written.`,
        'Leave it out.',
      );
    else checkValue(fact, definition, here, desk);
  }
  checkDays(value, section, at, desk);
}

const writtenFacts = (section: Section): readonly string[] =>
  Object.keys(section.facts).filter((name) => section.facts[name]?.derived !== true);

function checkEvidence(value: unknown, at: string, { say }: Desk): void {
  if (typeof value !== 'string' || !EVIDENCE.includes(value))
    say('DOSSIER_TYPE', at, 'This is no kind of evidence.', `Use one of: ${EVIDENCE.join(', ')}.`);
}

function checkValue(value: unknown, definition: FactDefinition, at: string, desk: Desk): void {
  const read = readValue(value, definition, 1, desk.vocabulary, at);
  if (!read.ok) {
    const { code, message, at: where, hint } = read.error;
    return desk.say(code, where ?? at, message, hint ?? 'Correct the value, or write "unknown".');
  }
  if (definition.type === 'school') checkSchool(value, at, desk);
}

const SCHOOL_KEYS = ['name', 'country', 'city', 'from', 'to'];

function checkSchool(value: unknown, at: string, desk: Desk): void {
  const { schools, say } = desk;
  if (typeof value === 'string' && value !== 'unknown' && schools(value) === undefined)
    say(
      'DOSSIER_SCHOOL_UNKNOWN',
      at,
      `The registry has no school ${quoteText(value)}.`,
      'Search for the school and take its id, or describe it: { "name": "…", "country": "XX" }.',
    );
  if (!isRecord(value)) return;
  for (const [name, part] of Object.entries(value)) {
    const here = pointer(at, name);
    if (!SCHOOL_KEYS.includes(name))
      say(
        'DOSSIER_FACT_UNKNOWN',
        here,
        `A school described by hand has no ${quoteText(name)}.`,
        `Use ${SCHOOL_KEYS.join(', ')}.`,
      );
    else if (name === 'city' && !isText(part))
      say('DOSSIER_TEXT', here, 'The city is a text.', 'Write its name, or leave it out.');
    else if (name === 'from' || name === 'to') checkValue(part, SCHOOL_DAY, here, desk);
  }
}

const SCHOOL_DAY: FactDefinition = {
  type: 'day',
  label: 'Day',
  definition: 'When the school was open.',
  standard: 'own',
};
