import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literalDay } from '../language/literals.ts';
import { VOCABULARY } from '../small-law.fixture.ts';
import { parseCsv } from './parse-csv.ts';
import { peopleOfCsv } from './people-of-csv.ts';

const read = (text: string) =>
  peopleOfCsv(text, {
    vocabulary: VOCABULARY,
    schools: () => ({ country: 'AA' }),
    today: literalDay('2026-01-01'),
  });
const places = (text: string): readonly string[] =>
  read(text).problems.map(
    ({ line, column, fact, text: written }) => `${line}:${column} ${fact ?? ''} ${written}`,
  );

describe('a table of people', () => {
  it('is dossiers: facts of the degree, of the person, of entries of lists, each typed by its fact', () =>
    expect(
      read(
        'id,pmq.years,person.a,person.citizenships,exams.1.exam,exams.1.result,exams.complete,planned.applicationOn\nAnn,5.5,yes,AA BB,one,pass,yes,2026-03\n',
      ).people,
    ).toEqual([
      {
        id: 'Ann',
        dossier: {
          qualifications: [{ id: 'degree-1', years: 5.5 }],
          person: { a: true, citizenships: ['AA', 'BB'] },
          exams: { complete: true, entries: [{ id: 'exams-1', exam: 'one', result: 'pass' }] },
          planned: { applicationOn: '2026-03' },
        },
      },
    ]));
  it('leaves out what is empty: unknown, not no', () =>
    expect(read('pmq.years,person.a\n5,\n').people[0]?.dossier).toEqual({
      qualifications: [{ id: 'degree-1', years: 5 }],
    }));
  it('names every bad cell by line, column and fact, and judges the rows around it', () => {
    const text = 'pmq.years,pmq.graduatedOn\n5,2019-02-30\n6,2019\nsix,2020\n7\n8,2021\n';
    expect(places(text)).toEqual(['2:3 pmq.graduatedOn 2019-02-30', '4:1 pmq.years six', '5:1  7']);
    expect(read(text)).toMatchObject({ rows: 5, refused: 3, headless: false });
    expect(read(text).people.map(({ id }) => id)).toEqual(['line 3', 'line 6']);
  });
  it.each([
    ['a fact that is misspelt', 'pmq.yeers\n5\n', 'Did you mean pmq.years?'],
    ['a section that is misspelt', 'persn.a\nyes\n', 'Did you mean person.a?'],
    ['a list without the number of an entry', 'exams.result\npass\n', 'exams.1.exam'],
    ['what is computed', 'application.on\n2026-01-01\n', 'See the vocabulary'],
    ['a column twice', 'pmq.years,pmq.years\n5,5\n', 'Keep one'],
    ['nothing at all', '', 'Begin with a line'],
  ])('refuses %s in its first line as a whole', (_name, text, hint) => {
    const table = read(text);
    expect(table).toMatchObject({ headless: true, people: [] });
    expect(table.problems[0]?.hint).toContain(hint);
  });
  it('counts what a quotation mark swallows as refused, and says where it opens', () => {
    const table = read('pmq.years,id\n5,Ann\n6,"Bea\n7,Cy\n');
    expect(table).toMatchObject({ rows: 2, refused: 1, people: [{ id: 'Ann' }] });
    expect(table.problems).toMatchObject([{ line: 3, column: 3 }]);
  });
});

it('rows that are judged and rows that are refused are all the rows', () => {
  const cell = fc.oneof(
    fc.constantFrom('5', 'x', '', '2019', 'yes', 'AA', '"a,b"'),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (rows) => {
      const table = read(['pmq.years,person.a,pmq.country', ...rows.map((row) => row.join(','))].join('\n'));
      expect(table.people.length + table.refused).toBe(table.rows);
      expect(table.problems.length).toBeGreaterThanOrEqual(table.refused);
    }),
  );
});

it('whatever cells hold is read back from a table that quotes them', () => {
  const text = fc.string({ maxLength: 8, unit: fc.constantFrom('a', '"', ',', ';', '\n', ' b', 'é') });
  const quote = (each: string): string => `"${each.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (rows) => {
      const written = rows.map((row) => row.map(quote).join(',')).join('\r\n');
      const parsed = parseCsv(`one,two,three\n${written}`).rows.slice(1);
      const kept = rows.map((row) => row.map((each) => each.trim()));
      expect(parsed.map(({ cells }) => cells.map((each) => each.text))).toEqual(kept);
    }),
  );
});
