import { describe, expect, it } from 'vitest';
import { expectOk, formatDay, parseDay } from '../../kernel/index.ts';
import type { FactValue } from '../language/facts.ts';
import type { FactDefinition, Section, Vocabulary } from '../language/vocabulary.ts';
import { buildFacts } from './build-facts.ts';
import type { Dossier } from './dossier.ts';

const own = { label: 'x', definition: 'For tests.', standard: 'own' } as const;
const points: FactDefinition = { type: 'number', unit: 'points', ...own };
const country: FactDefinition = { type: 'code', codes: 'countries', ...own };
const SECTIONS: readonly Section[] = [
  {
    section: 'pmq',
    kind: 'basis',
    label: 'Degree',
    definition: 'x',
    facts: {
      school: { type: 'school', ...own },
      awardingCountry: country,
      schoolCountry: { ...country, derived: true },
      years: points,
    },
  },
  {
    section: 'languageTests',
    kind: 'list',
    label: 'Tests',
    definition: 'x',
    facts: {
      listening: points,
      reading: points,
      writing: points,
      speaking: points,
      lowest: { ...points, derived: true },
    },
  },
  {
    section: 'licences',
    kind: 'list',
    label: 'Licences',
    definition: 'x',
    facts: { jurisdiction: { ...country, codes: 'jurisdictions' }, country: { ...country, derived: true } },
  },
];
const codes = (name: string, ...entries: readonly string[]) =>
  [
    name,
    { codes: name, label: name, open: false, entries: entries.map((code) => ({ code, label: code })) },
  ] as const;
const VOCABULARY: Vocabulary = {
  sections: new Map(SECTIONS.map((section) => [section.section, section])),
  codeLists: new Map([codes('countries', 'AA', 'US'), codes('jurisdictions', 'AA', 'US-TX')]),
  groups: new Map(),
};

const build = (dossier: unknown, basis = 0) =>
  buildFacts({
    dossier: dossier as Dossier,
    basis,
    vocabulary: VOCABULARY,
    schools: (id) => (id === 'sch-aa-1' ? { country: 'AA' } : undefined),
    zone: 'America/New_York',
    on: expectOk(parseDay('2026-11-22'), 'a day'),
  });
const scalar = (dossier: unknown, fact: string): FactValue | undefined => build(dossier).scalars.get(fact);
const daysOf = (value: FactValue | undefined): string =>
  value?.state === 'range' ? `${formatDay(value.lo as never)}/${formatDay(value.hi as never)}` : 'none';

describe('the day of the application', () => {
  it.each<[string, unknown, string]>([
    ['is the law date where nothing is planned', {}, '2026-11-22/2026-11-22'],
    ['is the day planned', { applicationOn: '2027-03-05' }, '2027-03-05/2027-03-05'],
    ['is every day of a month planned', { applicationOn: '2027-02' }, '2027-02-01/2027-02-28'],
    [
      'is the day in the zone of the authority',
      { applicationAt: '2027-07-01T03:30:00Z' },
      '2027-06-30/2027-06-30',
    ],
    [
      'is the law date where the plan is unknown',
      { applicationOn: 'unknown', applicationAt: 'unknown' },
      '2026-11-22/2026-11-22',
    ],
    [
      'is the law date where the plan is left empty',
      { applicationOn: null, applicationAt: null },
      '2026-11-22/2026-11-22',
    ],
    [
      'is the day planned where the hour is unknown',
      { applicationOn: '2027', applicationAt: null },
      '2027-01-01/2027-12-31',
    ],
  ])('%s', (_name, planned, days) => expect(daysOf(scalar({ planned }, 'application.on'))).toBe(days));
});

describe('the country of a degree', () => {
  const degree = (facts: object) => ({ qualifications: [{ id: 'd', evidence: 'source', ...facts }] });
  it.each<[string, object, string | undefined, string | undefined]>([
    ['comes from the registry', { school: 'sch-aa-1' }, 'AA', 'AA'],
    ['comes from a school described by hand', { school: { name: 'X', country: 'US' } }, 'US', 'US'],
    [
      'is what the person says where it differs from the seat',
      { school: 'sch-aa-1', awardingCountry: 'US' },
      'AA',
      'US',
    ],
    ['is unknown without a school', {}, undefined, undefined],
  ])('%s', (_name, facts, seat, awarding) => {
    expect(scalar(degree(facts), 'pmq.schoolCountry')).toEqual(
      seat === undefined ? undefined : { state: 'known', value: seat, strength: 3 },
    );
    expect(scalar(degree(facts), 'pmq.awardingCountry')).toEqual(
      awarding === undefined ? undefined : { state: 'known', value: awarding, strength: 3 },
    );
  });
  it('is that of the degree in question', () => {
    const two = {
      qualifications: [
        { id: 'a', years: 5 },
        { id: 'b', years: 6 },
      ],
    };
    expect(build(two, 1).scalars.get('pmq.years')).toMatchObject({ lo: 6 });
    expect(build(two, -1).scalars.has('pmq.years')).toBe(false);
  });
});

describe('what is computed for entries', () => {
  const entry = (section: string, fields: object) =>
    build({ [section]: { entries: [{ id: 'e', ...fields }] } }).lists.get(section)?.entries[0]?.fields;
  it('is the lowest of four scores, with the least evidence, only when all four are given', () => {
    expect(
      entry('languageTests', { listening: 8, reading: 7, writing: { from: 6, to: 7.5 }, speaking: 9 })?.get(
        'lowest',
      ),
    ).toEqual({ state: 'range', lo: 6, hi: 7, strength: 1 });
    expect(entry('languageTests', { listening: 8, reading: 7, writing: 6 })?.has('lowest')).toBe(false);
  });
  it.each([
    ['US-TX', 'US'],
    ['AA', 'AA'],
  ])('is the country of the licence of %s: %s', (jurisdiction, where) => {
    expect(entry('licences', { jurisdiction })?.get('country')).toMatchObject({ value: where });
  });
  it('keeps what was said about completeness, and its evidence', () => {
    const { lists } = build({
      languageTests: { complete: true, evidence: 'document' },
      licences: { completeFor: ['AA'] },
    });
    expect(lists.get('languageTests')).toEqual({ entries: [], complete: true, completeFor: [], strength: 2 });
    expect(lists.get('licences')).toEqual({ entries: [], complete: false, completeFor: ['AA'], strength: 1 });
  });
});
