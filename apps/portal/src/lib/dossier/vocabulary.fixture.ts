import type { Vocabulary } from '@testamur/engines/recognition';

/** A few words, enough for every kind of question. */
export const VOCABULARY: Vocabulary = {
  sections: new Map([
    [
      'pmq',
      {
        section: 'pmq',
        kind: 'basis',
        label: 'Your medical degree',
        definition: 'The degree.',
        facts: {
          school: {
            type: 'school',
            label: 'Medical school',
            definition: 'Where.',
            standard: 'own',
            ask: 'Which school?',
          },
          hours: {
            type: 'number',
            unit: 'hours',
            label: 'Hours',
            definition: 'Hours taught.',
            standard: 'own',
          },
          graduatedOn: {
            type: 'day',
            label: 'Graduation',
            definition: 'When.',
            standard: 'own',
            ask: 'When did you graduate?',
          },
          seat: {
            type: 'code',
            codes: 'countries',
            label: 'Seat',
            definition: 'Computed.',
            standard: 'own',
            derived: true,
          },
        },
      },
    ],
    [
      'person',
      {
        section: 'person',
        kind: 'singular',
        label: 'About you',
        definition: 'You.',
        facts: {
          citizenships: {
            type: 'codes',
            codes: 'countries',
            label: 'Citizenships',
            definition: 'All.',
            standard: 'own',
          },
          english: { type: 'boolean', label: 'English', definition: 'Proven.', standard: 'own' },
        },
      },
    ],
    [
      'exams',
      {
        section: 'exams',
        kind: 'list',
        key: 'exam',
        label: 'Examinations',
        definition: 'Every attempt.',
        facts: {
          exam: { type: 'code', codes: 'exams', label: 'Examination', definition: 'Which.', standard: 'own' },
          takenOn: { type: 'day', label: 'Taken on', definition: 'When.', standard: 'own' },
        },
      },
    ],
  ]),
  codeLists: new Map([
    [
      'exams',
      { codes: 'exams', label: 'Examination', open: true, entries: [{ code: 'gb.plab1', label: 'PLAB 1' }] },
    ],
    [
      'countries',
      {
        codes: 'countries',
        label: 'Country',
        open: false,
        entries: [
          { code: 'IN', label: 'India' },
          { code: 'DE', label: 'Germany' },
        ],
      },
    ],
  ]),
  groups: new Map(),
};
