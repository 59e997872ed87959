import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../language/languages.ts';
import type { SchoolRecord } from '../reference/records.ts';
import { placeOf, readQuestion } from './search.ts';

const countries = new Map([['IN', 'India']]);
const school = (part: Partial<SchoolRecord>): SchoolRecord => ({
  ...{ id: 'sch-in-0000000', keys: [], name: 'Fictional College', country: 'IN', kind: 'medical-school' },
  ...{ level: 'council-list', evidence: {} },
  ...part,
});

describe('a question about schools', () => {
  it.each([
    ['?q=bangalore+med', { words: 'bangalore med', country: '', page: 1 }],
    ['?q=%20%20&country=IN', { words: '', country: 'IN', page: 1 }],
    ['?country=in', { words: '', country: '', page: 1 }],
    ['?country=IN&page=3', { words: '', country: 'IN', page: 3 }],
    ['?country=IN&page=-1', { words: '', country: 'IN', page: 1 }],
    ['?country=IN&page=two', { words: '', country: 'IN', page: 1 }],
    [`?q=${'a'.repeat(500)}`, { words: 'a'.repeat(200), country: '', page: 1 }],
  ])('%s is read as it is meant', (query, question) => {
    expect(readQuestion(new URL(`https://x.test/schools${query}`), countries)).toEqual(question);
  });

  it.each([
    [{ city: 'Pune', region: 'Maharashtra' }, 'Pune, Maharashtra, India'],
    [{ city: 'Delhi', region: 'Delhi' }, 'Delhi, India'],
    [{}, 'India'],
    [{ country: 'XX' }, 'XX'],
  ])('%j lies in %s', (part, place) => {
    expect(placeOf(school(part), countries, { comma: ', ' })).toBe(place);
  });

  it('its parts are divided by the comma of the language', () => {
    const { comma } = LANGUAGES.ar;
    expect(placeOf(school({ city: 'Pune' }), countries, { comma })).toBe('Pune، India');
  });
});
