/** What the calendar forbids: an end before its beginning, and a result of what has not happened yet. */
import { asDay, type Day, formatPartialDate } from '../../kernel/index.ts';
import type { Section, Vocabulary } from '../language/vocabulary.ts';
import { isRecord } from '../schema/guard.ts';
import type { SayProblem } from './dossier.ts';
import { readValue } from './read-value.ts';

type Range = { readonly lo: number; readonly hi: number };
type Facts = Readonly<Record<string, unknown>>;

type DayDesk = { readonly vocabulary: Vocabulary; readonly today: Day; readonly say: SayProblem };

/** In one record the first comes before the second, or on the same day. */
const IN_ORDER: readonly (readonly [string, string])[] = [
  ['from', 'to'],
  ['issuedOn', 'expiresOn'],
  ['bookedOn', 'takenOn'],
  ['preMedicalAdmittedOn', 'graduatedOn'],
  ['admittedOn', 'graduatedOn'],
  ['enrolledOn', 'graduatedOn'],
];

/**
 * Days that cannot lie ahead. With names: only when one of these facts says that it has happened, for the same day may be planned
 * (an examination without a result, training that goes on). Graduation and enrolment may always be expected.
 */
const HAPPENED: Readonly<Record<string, { readonly when?: readonly string[]; readonly hint: string }>> = {
  'person.birthDate': { hint: 'Correct the date.' },
  'exams.takenOn': {
    when: ['result', 'score'],
    hint: 'Correct the date, or leave out result and score while the examination is only planned.',
  },
  'languageTests.takenOn': {
    when: ['overall', 'listening', 'reading', 'writing', 'speaking', 'cefr', 'result'],
    hint: 'Correct the date, or leave out the scores while the test is only planned.',
  },
  'training.from': { when: ['completed'], hint: 'Correct the date, or write "completed": false.' },
  'training.to': {
    when: ['completed'],
    hint: 'Correct the date, or write "completed": false while the training goes on.',
  },
  'specialistQualifications.awardedOn': {
    hint: 'Correct the date, or leave the entry out until it is awarded.',
  },
  'licences.from': { hint: 'Correct the date, or leave the entry out until the licence is granted.' },
  'practice.from': { hint: 'Correct the date; a post that has not begun belongs to offers.' },
  'practice.to': { hint: 'Correct the date, or leave "to" out while the post goes on.' },
  'certificates.issuedOn': { hint: 'Correct the date, or leave the entry out until it is issued.' },
  'assessments.decidedOn': { hint: 'Correct the date, or leave the entry out until it is decided.' },
};

export function checkDays(
  record: Facts,
  section: Section,
  at: string,
  { vocabulary, today, say }: DayDesk,
): void {
  const dayOf = (name: string): Range | undefined => readDay(record, name, section, vocabulary);
  for (const [first, second] of IN_ORDER) {
    const [before, after] = [dayOf(first), dayOf(second)];
    if (before !== undefined && after !== undefined && before.lo > after.hi)
      say(
        'DOSSIER_DATES_REVERSED',
        `${at}/${second}`,
        `“${section.facts[second]?.label}” (${show(after)}) is before “${section.facts[first]?.label}” (${show(before)}).`,
        'Correct one of the two dates.',
      );
  }
  for (const name of Object.keys(record)) {
    const past = HAPPENED[`${section.section}.${name}`];
    const day = past === undefined ? undefined : dayOf(name);
    // An end is the day after the last day, so a post that ends today ends tomorrow.
    const latest = name === 'to' ? today + 1 : today;
    if (past === undefined || day === undefined || day.lo <= latest) continue;
    if (past.when !== undefined && !past.when.some((fact) => isSaid(record, fact))) continue;
    say(
      'DOSSIER_FUTURE_PAST',
      `${at}/${name}`,
      `“${section.facts[name]?.label}” is ${show(day)}, a day that has not come yet${past.when === undefined ? '' : ', but the entry says that it has happened'}.`,
      past.hint,
    );
  }
}

/** Nobody studies before being born. */
export function checkBirth(dossier: Facts, vocabulary: Vocabulary, say: SayProblem): void {
  const person = vocabulary.sections.get('person');
  const basis = [...vocabulary.sections.values()].find((section) => section.kind === 'basis');
  const degrees = dossier['qualifications'];
  if (person === undefined || basis === undefined || !isRecord(dossier['person']) || !Array.isArray(degrees))
    return;
  const born = readDay(dossier['person'], 'birthDate', person, vocabulary);
  if (born === undefined) return;
  for (const [index, degree] of degrees.entries()) {
    const day = isRecord(degree) ? readDay(degree, 'graduatedOn', basis, vocabulary) : undefined;
    if (day !== undefined && day.hi < born.lo)
      say(
        'DOSSIER_DATES_REVERSED',
        `/qualifications/${index}/graduatedOn`,
        `The graduation (${show(day)}) is before the birth (${show(born)}).`,
        'Correct one of the two dates.',
      );
  }
}

/** A day that does not read is another problem, told elsewhere. */
function readDay(record: Facts, name: string, { facts }: Section, vocabulary: Vocabulary): Range | undefined {
  const definition = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (definition?.type !== 'day' || !Object.hasOwn(record, name)) return undefined;
  const read = readValue(record[name], definition, 1, vocabulary, '');
  return read.ok && read.value.state === 'range' ? read.value : undefined;
}

const isSaid = (record: Facts, name: string): boolean => {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  return value !== undefined && value !== null && value !== 'unknown' && value !== false;
};

const show = ({ lo, hi }: Range): string => formatPartialDate({ earliest: asDay(lo), latest: asDay(hi) });
