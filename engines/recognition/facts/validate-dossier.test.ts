import { describe, expect, it } from 'vitest';
import { expectOk, parseDay } from '../../kernel/index.ts';
import type { Section, Vocabulary } from '../language/vocabulary.ts';
import type { DossierContext } from './dossier-desk.ts';
import { validateDossier } from './validate-dossier.ts';

const own = { definition: 'For tests.', standard: 'own' } as const;
const SECTIONS: readonly Section[] = [
  {
    section: 'person',
    kind: 'singular',
    label: 'About you',
    definition: 'x',
    facts: {
      birthDate: { type: 'day', label: 'Date of birth', ...own },
      citizenships: { type: 'codes', codes: 'countries', label: 'Citizenships', ...own },
      refugee: { type: 'boolean', label: 'Refugee', ...own },
    },
  },
  {
    section: 'application',
    kind: 'singular',
    label: 'Application',
    definition: 'x',
    facts: { on: { type: 'day', label: 'Day', derived: true, ...own } },
  },
  {
    section: 'pmq',
    kind: 'basis',
    label: 'Your degree',
    definition: 'x',
    facts: {
      school: { type: 'school', label: 'School', ...own },
      graduatedOn: { type: 'day', label: 'Graduation', ...own },
      enrolledOn: { type: 'day', label: 'Start', ...own },
      years: { type: 'number', unit: 'years', min: 0, max: 20, label: 'Years', ...own },
      schoolCountry: { type: 'code', codes: 'countries', derived: true, label: 'Seat', ...own },
    },
  },
  {
    section: 'exams',
    kind: 'list',
    key: 'exam',
    label: 'Examinations',
    definition: 'x',
    facts: {
      exam: { type: 'code', codes: 'exams', label: 'Examination', ...own },
      takenOn: { type: 'day', label: 'Taken on', ...own },
      result: { type: 'code', codes: 'results', label: 'Result', ...own },
    },
  },
  {
    section: 'practice',
    kind: 'list',
    label: 'Practice',
    definition: 'x',
    facts: {
      from: { type: 'day', label: 'From', ...own },
      to: { type: 'day', label: 'To', ...own },
      employer: { type: 'text', label: 'Employer', ...own },
    },
  },
];
const codes = (list: string, ...labels: readonly (readonly [string, string])[]) =>
  [
    list,
    { codes: list, label: list, open: false, entries: labels.map(([code, label]) => ({ code, label })) },
  ] as const;
const VOCABULARY: Vocabulary = {
  sections: new Map(SECTIONS.map((section) => [section.section, section])),
  codeLists: new Map([
    codes('countries', ['IN', 'India'], ['DE', 'Germany']),
    codes('exams', ['gb.plab1', 'PLAB 1'], ['gb.plab2', 'PLAB 2']),
    codes('results', ['pass', 'Pass'], ['fail', 'Fail']),
  ]),
  groups: new Map(),
};
const CONTEXT: DossierContext = {
  vocabulary: VOCABULARY,
  schools: (id) => (id === 'in-known' ? { country: 'IN' } : undefined),
  today: expectOk(parseDay('2026-11-22'), 'today'),
};

const problemsOf = (value: unknown): readonly string[] => {
  const read = validateDossier(value, CONTEXT);
  return read.ok ? [] : read.error.map(({ code, at }) => `${code} ${at}`);
};
const exam = (entry: object) => ({ exams: { entries: [{ id: 'e', ...entry }] } });
const degree = (facts: object) => ({ qualifications: [{ id: 'd', ...facts }] });

describe('a dossier that is accepted', () => {
  it.each<[string, unknown]>([
    ['an empty one: everything is unknown', {}],
    [
      'one that says “I do not know”',
      {
        person: { birthDate: 'unknown', citizenships: 'unknown' },
        ...degree({ school: 'unknown', years: 'unknown' }),
      },
    ],
    [
      'partial dates and ranges',
      degree({ enrolledOn: '2015', graduatedOn: { from: '2019-05', to: '2020' }, years: { from: 5, to: 6 } }),
    ],
    ['an expected graduation', degree({ graduatedOn: '2027-06' })],
    ['a planned examination', exam({ exam: 'gb.plab1', takenOn: '2027-02-01' })],
    [
      'a planned examination whose result is unknown',
      exam({ exam: 'gb.plab1', takenOn: '2027-02-01', result: 'unknown' }),
    ],
    ['an examination of today', exam({ exam: 'gb.plab1', takenOn: '2026-11-22', result: 'pass' })],
    [
      'an examination of this year, which may have been yesterday',
      exam({ exam: 'gb.plab1', takenOn: '2026', result: 'pass' }),
    ],
    ['a school of the registry', degree({ school: 'in-known' })],
    [
      'a school described by hand',
      degree({ school: { name: 'Faculty of Medicine', country: 'DE', city: 'Ulm', from: '1967' } }),
    ],
    ['“none of this kind”', { exams: { completeFor: ['gb.plab1'], evidence: 'document' } }],
    ['the same id in two lists', { ...exam({}), practice: { entries: [{ id: 'e' }] } }],
    [
      'a planned application',
      {
        planned: { applicationOn: '2027', applicationAt: '2027-07-01T03:30:00Z' },
        title: 'Mine',
        schema: 'testamur/dossier/1',
      },
    ],
    [
      'a post of one day that may have begun after it ended, as far as is known',
      { practice: { entries: [{ id: 'p', from: '2020', to: '2020-05' }] } },
    ],
  ])('%s', (_name, value) => expect(problemsOf(value)).toEqual([]));

  it('comes back as it went in', () => {
    const dossier = { ...degree({ school: 'in-known' }), note: 'x' };
    expect(validateDossier(dossier, CONTEXT)).toEqual({ ok: true, value: dossier });
  });
});

describe('a dossier that is refused, naming the field', () => {
  it.each<[string, unknown, ...string[]]>([
    ['a list', [], 'DOSSIER_NOT_AN_OBJECT '],
    ['null', null, 'DOSSIER_NOT_AN_OBJECT '],
    ['another form of dossier', { schema: 'testamur/dossier/9' }, 'DOSSIER_TYPE /schema'],
    ['an unknown section', { exam: {} }, 'DOSSIER_SECTION_UNKNOWN /exam'],
    [
      'a section that is computed',
      { application: { on: '2026-01-01' } },
      'DOSSIER_SECTION_UNKNOWN /application',
    ],
    ['the name of a builtin as a section', { constructor: {} }, 'DOSSIER_SECTION_UNKNOWN /constructor'],
    [
      'the name of a builtin as a fact',
      { person: { toString: true, hasOwnProperty: 1 } },
      'DOSSIER_FACT_UNKNOWN /person/toString',
      'DOSSIER_FACT_UNKNOWN /person/hasOwnProperty',
    ],
    ['an unknown fact', degree({ graduated: '2019' }), 'DOSSIER_FACT_UNKNOWN /qualifications/0/graduated'],
    [
      'a fact that is computed',
      degree({ schoolCountry: 'IN' }),
      'DOSSIER_FACT_UNKNOWN /qualifications/0/schoolCountry',
    ],
    ['a record instead of a list', { exams: [] }, 'DOSSIER_TYPE /exams'],
    ['a list instead of a record', { person: [] }, 'DOSSIER_TYPE /person'],
    ['entries that are no list', { exams: { entries: {} } }, 'DOSSIER_TYPE /exams/entries'],
    ['an entry that is no record', { exams: { entries: ['gb.plab1'] } }, 'DOSSIER_TYPE /exams/entries/0'],
    ['a text for a yes', { person: { refugee: 'yes' } }, 'DOSSIER_TYPE /person/refugee'],
    ['a number for a date', degree({ graduatedOn: 2019 }), 'DOSSIER_TYPE /qualifications/0/graduatedOn'],
    ['a text for a number', degree({ years: '5' }), 'DOSSIER_TYPE /qualifications/0/years'],
    [
      'an impossible date',
      degree({ graduatedOn: '2019-02-30' }),
      'DOSSIER_DATE /qualifications/0/graduatedOn',
    ],
    [
      'a month that does not exist',
      degree({ graduatedOn: '2019-13' }),
      'DOSSIER_DATE /qualifications/0/graduatedOn',
    ],
    [
      'a reversed pair of dates',
      degree({ graduatedOn: { from: '2020', to: '2019' } }),
      'DOSSIER_DATES_REVERSED /qualifications/0/graduatedOn',
    ],
    [
      'an end before the beginning',
      { practice: { entries: [{ id: 'p', from: '2020-05-02', to: '2020-05-01' }] } },
      'DOSSIER_DATES_REVERSED /practice/entries/0/to',
    ],
    [
      'a graduation before the programme began',
      degree({ enrolledOn: '2015', graduatedOn: '2014' }),
      'DOSSIER_DATES_REVERSED /qualifications/0/graduatedOn',
    ],
    [
      'a graduation before birth',
      { person: { birthDate: '2000-01-01' }, ...degree({ graduatedOn: '1999' }) },
      'DOSSIER_DATES_REVERSED /qualifications/0/graduatedOn',
    ],
    [
      'an examination passed tomorrow',
      exam({ exam: 'gb.plab1', takenOn: '2026-11-23', result: 'pass' }),
      'DOSSIER_FUTURE_PAST /exams/entries/0/takenOn',
    ],
    ['a birth next year', { person: { birthDate: '2027' } }, 'DOSSIER_FUTURE_PAST /person/birthDate'],
    [
      'practice that ends in the future',
      { practice: { entries: [{ id: 'p', from: '2020', to: '2029' }] } },
      'DOSSIER_FUTURE_PAST /practice/entries/0/to',
    ],
    ['an unknown examination', exam({ exam: 'gb.plab3' }), 'DOSSIER_CODE_UNKNOWN /exams/entries/0/exam'],
    [
      'an unknown country among known ones',
      { person: { citizenships: ['IN', 'Atlantis'] } },
      'DOSSIER_CODE_UNKNOWN /person/citizenships/1',
    ],
    [
      'an object where a code is needed',
      { person: { citizenships: [{ toString: 1 }] } },
      'DOSSIER_TYPE /person/citizenships/0',
    ],
    ['a number out of range', degree({ years: 21 }), 'DOSSIER_NUMBER_RANGE /qualifications/0/years'],
    [
      'numbers in the wrong order',
      degree({ years: { from: 6, to: 5 } }),
      'DOSSIER_NUMBER_RANGE /qualifications/0/years',
    ],
    [
      'an entry without id',
      { exams: { entries: [{ exam: 'gb.plab1' }] } },
      'DOSSIER_ID_MISSING /exams/entries/0',
    ],
    ['an id that is a number', { exams: { entries: [{ id: 1 }] } }, 'DOSSIER_TEXT /exams/entries/0/id'],
    [
      'two entries with one id',
      { exams: { entries: [{ id: 'a' }, { id: 'a' }] } },
      'DOSSIER_ID_DUPLICATE /exams/entries/1/id',
    ],
    [
      'two degrees with one id',
      { qualifications: [{ id: 'a' }, { id: 'a' }] },
      'DOSSIER_ID_DUPLICATE /qualifications/1/id',
    ],
    [
      'a school that the registry has not',
      degree({ school: 'in-nowhere' }),
      'DOSSIER_SCHOOL_UNKNOWN /qualifications/0/school',
    ],
    [
      'a school by hand without a country',
      degree({ school: { name: 'X' } }),
      'DOSSIER_SCHOOL_UNKNOWN /qualifications/0/school',
    ],
    [
      'a school by hand in an unknown country',
      degree({ school: { name: 'X', country: 'XX' } }),
      'DOSSIER_CODE_UNKNOWN /qualifications/0/school/country',
    ],
    [
      'a school by hand with a date that is none',
      degree({ school: { name: 'X', country: 'DE', to: 'soon' } }),
      'DOSSIER_DATE /qualifications/0/school/to',
    ],
    [
      'evidence of an unknown kind',
      degree({ evidence: 'rumour' }),
      'DOSSIER_TYPE /qualifications/0/evidence',
    ],
    ['completeness that is no yes or no', { exams: { complete: 'yes' } }, 'DOSSIER_TYPE /exams/complete'],
    [
      'completeness for an unknown code',
      { exams: { completeFor: ['gb.plab3'] } },
      'DOSSIER_CODE_UNKNOWN /exams/completeFor/0',
    ],
    [
      'completeness for “unknown”',
      { exams: { completeFor: ['unknown'] } },
      'DOSSIER_CODE_UNKNOWN /exams/completeFor/0',
    ],
    [
      'completeness by code of a list without codes',
      { practice: { completeFor: ['IN'] } },
      'DOSSIER_FACT_UNKNOWN /practice/completeFor',
    ],
    [
      'a plan on an impossible day',
      { planned: { applicationOn: '2027-02-30' } },
      'DOSSIER_DATE /planned/applicationOn',
    ],
    [
      'a plan at an instant without offset',
      { planned: { applicationAt: '2027-02-01T10:00' } },
      'DOSSIER_DATE /planned/applicationAt',
    ],
    [
      'a plan of something else',
      { planned: { applicatonOn: '2027' } },
      'DOSSIER_FACT_UNKNOWN /planned/applicatonOn',
    ],
    [
      'half of a character',
      { practice: { entries: [{ id: 'p', employer: 'x\ud800' }] } },
      'DOSSIER_TEXT /practice/entries/0/employer',
    ],
    [
      'a text without end',
      { practice: { entries: [{ id: 'p', employer: 'x'.repeat(1001) }] } },
      'DOSSIER_TEXT /practice/entries/0/employer',
    ],
    [
      'more entries than a life holds',
      { practice: { entries: Array.from({ length: 501 }, (_, index) => ({ id: `p${index}` })) } },
      'DOSSIER_TOO_MANY /practice/entries',
    ],
    ['what JSON cannot hold', degree({ years: undefined }), 'DOSSIER_TYPE /qualifications/0/years'],
    ['a number that is none', degree({ years: Number.NaN }), 'DOSSIER_NUMBER_RANGE /qualifications/0/years'],
    ['a pointer that needs escaping', { 'a/b~c': 1 }, 'DOSSIER_SECTION_UNKNOWN /a~1b~0c'],
  ])('%s', (_name, value, ...problems) => expect(problemsOf(value)).toEqual(problems));

  it('tells every problem at once, in the order of the dossier', () => {
    expect(
      problemsOf({ person: { birthDate: '2030' }, exam: {}, ...degree({ years: -1, graduatedOn: 'x' }) }),
    ).toEqual([
      'DOSSIER_FUTURE_PAST /person/birthDate',
      'DOSSIER_SECTION_UNKNOWN /exam',
      'DOSSIER_NUMBER_RANGE /qualifications/0/years',
      'DOSSIER_DATE /qualifications/0/graduatedOn',
    ]);
  });

  it('counts the rest after a hundred', () => {
    const read = validateDossier(
      { practice: { entries: Array.from({ length: 150 }, () => ({ id: 'same' })) } },
      CONTEXT,
    );
    expect(read.ok ? [] : read.error).toHaveLength(101);
    expect(read.ok ? '' : read.error.at(-1)?.message).toBe('There are 49 more problems.');
  });

  it('refuses an own member called __proto__, and no prototype changes', () => {
    expect(problemsOf(JSON.parse('{"person":{"__proto__":{"refugee":true}}}'))).toEqual([
      'DOSSIER_FACT_UNKNOWN /person/__proto__',
    ]);
    expect(({} as { refugee?: boolean }).refugee).toBeUndefined();
  });
});

describe('what to do is said', () => {
  it.each<[string, unknown, RegExp]>([
    ['a date that lost its quotes', degree({ graduatedOn: 2019 }), /Put it in quotes: "2019"/],
    ['a near section', { exam: {} }, /Did you mean exams\?/],
    ['the section of degrees', { pmq: {} }, /Did you mean qualifications\?/],
    ['a near fact', degree({ graduateOn: '2019' }), /Did you mean graduatedOn\?/],
    ['a near code', exam({ exam: 'gb.plab3' }), /Did you mean "gb.plab1" \(PLAB 1\)\?/],
    ['a country by its name', { person: { citizenships: ['Germany'] } }, /Did you mean "DE" \(Germany\)\?/],
    ['a planned examination', exam({ takenOn: '2027-01-01', result: 'pass' }), /leave out result/],
    ['a school that is not there', degree({ school: 'x' }), /describe it/],
  ])('%s', (_name, value, hint) => {
    const read = validateDossier(value, CONTEXT);
    expect(read.ok ? '' : read.error[0]?.hint).toMatch(hint);
  });
  it('keeps a hostile text out of the message', () => {
    const read = validateDossier(exam({ exam: `${'\u001b[31m'}\n${'x'.repeat(500)}` }), CONTEXT);
    const message = read.ok ? '' : (read.error[0]?.message ?? '');
    expect(message.length).toBeLessThan(120);
    expect([...message].some((letter) => letter < ' ')).toBe(false);
  });
});
