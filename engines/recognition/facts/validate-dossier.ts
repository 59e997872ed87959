/** A dossier from outside, checked against the vocabulary and the registry: everything that is wrong with it, at once. */
import {
  checkJson,
  dayInZone,
  err,
  type KernelProblem,
  ok,
  parsePartialDate,
  quoteText,
  type Result,
} from '../../kernel/index.ts';
import { isRecord } from '../schema/guard.ts';
import { checkBirth } from './check-days.ts';
import { checkEntries, checkList, checkRecord } from './check-record.ts';
import type { Dossier, DossierCode, DossierProblem } from './dossier.ts';
import { type Desk, type DossierContext, nearestOf, pointer } from './dossier-desk.ts';

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
