/** A dossier as facts: typed, dated, with what can be computed from it. One set of facts per degree and per authority's zone. */
import { type Day, dayInZone, parsePartialDate } from '../../kernel/index.ts';
import type { Entry, Facts, FactValue, ListValue, Strength } from '../language/facts.ts';
import type { Section, Vocabulary } from '../language/vocabulary.ts';
import type { Dossier, DossierEntry, DossierList, DossierRecord, Evidence } from './dossier.ts';
import { readValue } from './read-value.ts';

const STRENGTHS: Readonly<Record<Evidence, Strength>> = {
  declared: 1,
  document: 2,
  source: 3,
  credential: 4,
};
const UNKNOWN: FactValue = { state: 'unknown' };

export type SchoolLookup = (id: string) => { readonly country: string } | undefined;

export type FactsInput = {
  readonly dossier: Dossier;
  /** Index into `qualifications`; -1 for a dossier without a degree. */
  readonly basis: number;
  readonly vocabulary: Vocabulary;
  readonly schools: SchoolLookup;
  readonly zone: string;
  /** The law date: the day of an application that nobody has planned. */
  readonly on: Day;
};

export function buildFacts(input: FactsInput): Facts {
  const scalars = new Map<string, FactValue>();
  const lists = new Map<string, ListValue>();
  for (const section of input.vocabulary.sections.values()) {
    if (section.kind === 'list') lists.set(section.section, buildList(section, input));
    else addScalars(section, recordOf(section, input), input, scalars);
  }
  scalars.set('application.on', applicationDay(input));
  addSchoolCountry(scalars, input);
  return { scalars, lists };
}

function recordOf(section: Section, { dossier, basis }: FactsInput): DossierRecord | undefined {
  if (section.kind === 'basis') return dossier.qualifications?.[basis];
  return dossier[section.section] as DossierRecord | undefined;
}

function addScalars(
  section: Section,
  record: DossierRecord | undefined,
  input: FactsInput,
  scalars: Map<string, FactValue>,
): void {
  if (record === undefined) return;
  for (const [name, definition] of Object.entries(section.facts)) {
    if (definition.derived) continue;
    const value = factOf(record, name, section, input);
    if (value.state !== 'unknown') scalars.set(`${section.section}.${name}`, value);
  }
}

/** A value that does not read is unknown: `validateDossier` has told the person already. */
function factOf(record: DossierRecord, name: string, section: Section, input: FactsInput): FactValue {
  const definition = section.facts[name];
  if (definition === undefined || !Object.hasOwn(record, name)) return UNKNOWN;
  const read = readValue(record[name], definition, strengthOf(record), input.vocabulary, '');
  return read.ok ? read.value : UNKNOWN;
}

const strengthOf = (record: DossierRecord | DossierList): Strength =>
  STRENGTHS[record.evidence ?? 'declared'];

function applicationDay({ dossier, zone, on }: FactsInput): FactValue {
  const { applicationAt, applicationOn } = dossier.planned ?? {};
  // Either may be said to be unknown.
  if (typeof applicationAt === 'string') {
    const day = dayInZone(applicationAt, zone);
    if (day.ok) return { state: 'range', lo: day.value, hi: day.value, strength: 4 };
  }
  const planned = typeof applicationOn === 'string' ? parsePartialDate(applicationOn) : undefined;
  if (planned?.ok)
    return { state: 'range', lo: planned.value.earliest, hi: planned.value.latest, strength: 4 };
  return { state: 'range', lo: on, hi: on, strength: 4 };
}

/** The registry tells the country of a school; a school described by hand brings its own. The degree's country is asked only beyond that. */
function addSchoolCountry(scalars: Map<string, FactValue>, { schools }: FactsInput): void {
  const school = scalars.get('pmq.school');
  if (school?.state !== 'known' || typeof school.value !== 'string') return;
  const byHand = /^by-hand:([^:]+):/.exec(school.value)?.[1];
  const country = byHand ?? schools(school.value)?.country;
  if (country === undefined) return;
  const value: FactValue = { state: 'known', value: country, strength: school.strength };
  scalars.set('pmq.schoolCountry', value);
  if (!scalars.has('pmq.awardingCountry')) scalars.set('pmq.awardingCountry', value);
}

function buildList(section: Section, input: FactsInput): ListValue {
  const list = input.dossier[section.section] as DossierList | undefined;
  const entries = (list?.entries ?? []).map((entry) => buildEntry(section, entry, input));
  return {
    entries,
    complete: list?.complete === true,
    completeFor: list?.completeFor ?? [],
    strength: list === undefined ? 1 : strengthOf(list),
  };
}

function buildEntry(section: Section, entry: DossierEntry, input: FactsInput): Entry {
  const fields = new Map<string, FactValue>();
  for (const [name, definition] of Object.entries(section.facts)) {
    const value = definition.derived ? UNKNOWN : factOf(entry, name, section, input);
    if (value.state !== 'unknown') fields.set(name, value);
  }
  addLicenceCountry(section, fields);
  addLowestScore(section, fields);
  return { id: entry.id, fields };
}

/** `US-TX` is in the United States: the country is the first part of the subdivision's code. */
function addLicenceCountry(section: Section, fields: Map<string, FactValue>): void {
  const jurisdiction = fields.get('jurisdiction');
  if (section.section !== 'licences' || jurisdiction?.state !== 'known') return;
  fields.set('country', { ...jurisdiction, value: String(jurisdiction.value).split('-')[0] ?? '' });
}

function addLowestScore(section: Section, fields: Map<string, FactValue>): void {
  if (section.section !== 'languageTests') return;
  const parts = ['listening', 'reading', 'writing', 'speaking'].map((part) => fields.get(part));
  const known = parts.filter((part) => part?.state === 'range');
  if (known.length < parts.length) return;
  const strength = Math.min(...known.map((part) => part.strength)) as Strength;
  fields.set('lowest', {
    state: 'range',
    lo: Math.min(...known.map((part) => part.lo)),
    hi: Math.min(...known.map((part) => part.hi)),
    strength,
  });
}
