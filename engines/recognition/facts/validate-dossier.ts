/** A dossier from outside, checked against the vocabulary and the registry: everything that is wrong with it, at once. */
import {
  checkJson,
  type Day,
  dayInZone,
  err,
  type KernelProblem,
  ok,
  parsePartialDate,
  quoteText,
  type Result,
} from '../../kernel/index.ts';
import type { FactDefinition, Section, Vocabulary } from '../language/vocabulary.ts';
import { isRecord } from '../schema/check.ts';
import { nearestWord } from '../schema/nearest-word.ts';
import type { SchoolLookup } from './build-facts.ts';
import { checkBirth, checkDays } from './check-days.ts';
import type { Dossier, DossierCode, DossierProblem, SayProblem } from './dossier.ts';
import { isText, readValue } from './read-value.ts';

export type DossierContext = {
  readonly vocabulary: Vocabulary;
  readonly schools: SchoolLookup;
  /** The day it is now, wherever the person is: what has a result cannot lie after it. Not the law date. */
  readonly today: Day;
};

type Desk = DossierContext & { readonly say: SayProblem };

const EVIDENCE = ['declared', 'document', 'source', 'credential'];
const LIST_KEYS = ['complete', 'completeFor', 'evidence', 'entries'];
const MOST_ENTRIES = 500;
const MOST_NOTE = 5_000;
/** A person corrects a page of problems, not a thousand; more are counted, not listed. */
const MOST_PROBLEMS = 100;

/**
 * Any value may come in; whatever comes out with `ok` is safe to judge. Problems stand in the order of the dossier, each with the JSON
 * Pointer of the field and what to do.
 *
 * @example
 * const read = validateDossier(value, { vocabulary, schools, today });
 * if (!read.ok) for (const { at, message, hint } of read.error) console.error(at, message, hint);
 */
export function validateDossier(
  value: unknown,
  context: DossierContext,
): Result<Dossier, readonly DossierProblem[]> {
  const json = checkJson(value);
  if (!json.ok) return err([asDossierProblem(json.error)]);
  if (!isRecord(value)) {
    return err([
      {
        code: 'DOSSIER_NOT_AN_OBJECT',
        message: 'A dossier is an object: its sections by name.',
        at: '',
        hint: 'Begin with { "qualifications": [ … ] }.',
      },
    ]);
  }
  const problems: DossierProblem[] = [];
  checkSections(value, {
    ...context,
    say: (code, at, message, hint) => problems.push({ code, message, at, hint }),
  });
  if (problems.length > 0) return err(shorten(problems));
  return ok(value as Dossier);
}

/** What JSON itself cannot hold is found before any section is looked at. */
function asDossierProblem({ code, message, at, hint }: KernelProblem): DossierProblem {
  const codes: Partial<Record<KernelProblem['code'], DossierCode>> = {
    KERNEL_JSON_LONE_SURROGATE: 'DOSSIER_TEXT',
    KERNEL_JSON_TOO_DEEP: 'DOSSIER_TOO_MANY',
    KERNEL_JSON_NUMBER_RANGE: 'DOSSIER_NUMBER_RANGE',
  };
  return {
    code: codes[code] ?? 'DOSSIER_TYPE',
    message,
    at: at ?? '',
    hint: hint ?? 'Correct the value, or write "unknown".',
  };
}

function shorten(problems: readonly DossierProblem[]): readonly DossierProblem[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  const more: DossierProblem = {
    code: 'DOSSIER_TOO_MANY',
    message: `There are ${problems.length - MOST_PROBLEMS} more problems.`,
    at: '',
    hint: 'Correct these first.',
  };
  return [...problems.slice(0, MOST_PROBLEMS), more];
}

function checkSections(dossier: Readonly<Record<string, unknown>>, desk: Desk): void {
  const sections = new Map(
    [...desk.vocabulary.sections.values()]
      // What is computed from other facts cannot be written.
      .filter((section) => Object.values(section.facts).some((fact) => fact.derived !== true))
      .map((section) => [section.kind === 'basis' ? 'qualifications' : section.section, section]),
  );
  for (const [name, value] of Object.entries(dossier)) {
    const at = pointer('', name);
    const section = sections.get(name);
    if (name === 'schema') checkSchema(value, at, desk);
    else if (name === 'title' || name === 'note') checkNote(value, at, desk);
    else if (name === 'planned') checkPlanned(value, at, desk);
    else if (section === undefined)
      sayNoSection(name, at, ['title', 'note', 'planned', ...sections.keys()], desk);
    else if (section.kind === 'basis') checkEntries(value, section, at, desk);
    else if (section.kind === 'list') checkList(value, section, at, desk);
    else checkRecord(value, section, at, ['evidence'], desk);
  }
  checkBirth(dossier, desk.vocabulary, desk.say);
}

function checkSchema(value: unknown, at: string, { say }: Desk): void {
  if (value !== 'testamur/dossier/1')
    say(
      'DOSSIER_TYPE',
      at,
      'This is not a form of dossier that is read here.',
      'Write "testamur/dossier/1", or leave it out.',
    );
}

function checkNote(value: unknown, at: string, { say }: Desk): void {
  if (typeof value !== 'string' || value.length > MOST_NOTE)
    say(
      'DOSSIER_TEXT',
      at,
      `This must be a text of at most ${MOST_NOTE} characters.`,
      'Shorten it, or leave it out.',
    );
}

function checkPlanned(value: unknown, at: string, { say }: Desk): void {
  if (!isRecord(value))
    return say('DOSSIER_TYPE', at, 'The plan is an object.', 'Write { "applicationOn": "2027-03" }.');
  for (const [name, planned] of Object.entries(value)) {
    const here = pointer(at, name);
    if (name !== 'applicationOn' && name !== 'applicationAt') {
      say(
        'DOSSIER_FACT_UNKNOWN',
        here,
        `A plan has no ${quoteText(name)}.`,
        'Use applicationOn (a date) or applicationAt (a date, time and offset).',
      );
      continue;
    }
    if (planned === null || planned === 'unknown') continue;
    const text = typeof planned === 'string' ? planned : '';
    const read = name === 'applicationOn' ? parsePartialDate(text) : dayInZone(text, 'UTC');
    if (!read.ok)
      say('DOSSIER_DATE', here, read.error.message, read.error.hint ?? 'Give a day that exists: 2027-03-20.');
  }
}

function sayNoSection(name: string, at: string, known: readonly string[], { say }: Desk): void {
  const near = name === 'pmq' ? 'qualifications' : nearestOf(name, known);
  say(
    'DOSSIER_SECTION_UNKNOWN',
    at,
    `A dossier has no section ${quoteText(name)}.`,
    near === undefined ? `Use one of: ${known.join(', ')}.` : `Did you mean ${near}?`,
  );
}

function checkList(value: unknown, section: Section, at: string, desk: Desk): void {
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

function checkEntries(value: unknown, section: Section, at: string, desk: Desk): void {
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

function checkRecord(
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

function sayNoFact(
  name: string,
  known: readonly string[],
  section: Section,
  at: string,
  { say }: Desk,
): void {
  const near = nearestOf(name, known);
  say(
    'DOSSIER_FACT_UNKNOWN',
    at,
    `“${section.label}” has no fact ${quoteText(name)}.`,
    near === undefined
      ? 'See the vocabulary for the facts that are read; a note can hold the rest.'
      : `Did you mean ${near}?`,
  );
}

function sayTooMany(at: string, { say }: Desk): void {
  say('DOSSIER_TOO_MANY', at, `More than ${MOST_ENTRIES} entries.`, 'Keep the ones that matter.');
}

/** No word is as long as a hostile name may be. */
const nearestOf = (name: string, known: readonly string[]): string | undefined =>
  name.length > 60 ? undefined : nearestWord(name, known);

/** RFC 6901: one step further. */
const pointer = (at: string, step: string | number): string =>
  `${at}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
