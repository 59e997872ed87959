import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSchoolIndex, type SearchableSchool } from './school-index.ts';
import { searchSchools } from './search-schools.ts';

const place = fc.constantFrom(
  'Alford',
  'Brenning',
  'Cortona',
  'Delmarva',
  'Eskdale',
  'Foxholm',
  'Gravina',
  'Holmenkollen',
);
const kind = fc.constantFrom(
  'Medical College',
  'University of Medicine',
  'Institute of Medical Sciences',
  'School of Medicine',
);
const names = fc.uniqueArray(
  fc.tuple(place, kind).map(([where, what]) => `${where} ${what}`),
  { minLength: 1, maxLength: 12 },
);

function schoolsOf(list: readonly string[]): SearchableSchool[] {
  return list.map((name) => ({ id: name, names: [name], country: 'XX' }));
}

describe('for every set of schools', () => {
  it('a school is found first by its own name, in any case and word order', () => {
    fc.assert(
      fc.property(names, fc.nat(), (list, pick) => {
        const name = list[pick % list.length] ?? '';
        const query = name.toUpperCase().split(' ').reverse().join(' ');
        const hits = searchSchools(buildSchoolIndex(schoolsOf(list)), query);
        const best = hits.filter((hit) => hit.score === hits[0]?.score).map((hit) => hit.id);
        expect(best).toContain(name);
      }),
    );
  });

  it('the order in which schools are indexed does not change the hits', () => {
    fc.assert(
      fc.property(names, fc.nat(), (list, pick) => {
        const query = list[pick % list.length] ?? '';
        const forwards = searchSchools(buildSchoolIndex(schoolsOf(list)), query);
        const backwards = searchSchools(buildSchoolIndex(schoolsOf([...list].reverse())), query);
        expect(backwards).toEqual(forwards);
      }),
    );
  });

  it('whatever is asked, scores lie between 0 and 1, fall, and no school comes twice', () => {
    const index = buildSchoolIndex(
      schoolsOf(['Alford Medical College', 'Brenning School of Medicine', '南京医科大学']),
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (query) => {
        const hits = searchSchools(index, query);
        const scores = hits.map((hit) => hit.score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        expect(new Set(hits.map((hit) => hit.id)).size).toBe(hits.length);
      }),
    );
  });
});
