import { describe, expect, it } from 'vitest';
import { buildSchoolIndex, type SearchableSchool } from './school-index.ts';
import { searchSchools } from './search-schools.ts';

/** A small world with the traps of the large one: one name in many towns, one town with many schools. */
const schools: readonly SearchableSchool[] = [
  {
    id: 'blr',
    names: ['Bangalore Medical College and Research Institute, Bangalore'],
    country: 'IN',
    city: 'Bangalore',
  },
  {
    id: 'kims',
    names: ['Kempegowda Institute of Medical Sciences, Bangalore'],
    country: 'IN',
    city: 'Bangalore',
  },
  {
    id: 'gmc-ngp',
    names: ['Government Medical College, Nagpur'],
    country: 'IN',
    city: 'Nagpur',
    region: 'Maharashtra',
  },
  {
    id: 'gmc-asr',
    names: ['Government Medical College, Amritsar'],
    country: 'IN',
    city: 'Amritsar',
    region: 'Punjab',
  },
  { id: 'pat', names: ['Patna Medical College, Patna'], country: 'IN', city: 'Patna' },
  {
    id: 'aiims-pat',
    names: ['All India Institute of Medical Sciences, Patna'],
    country: 'IN',
    city: 'Patna',
  },
  {
    id: 'aiims-bpl',
    names: ['All India Institute of Medical Sciences, Bhopal'],
    country: 'IN',
    city: 'Bhopal',
  },
  {
    id: 'thr',
    names: ['Tehran University of Medical Sciences', 'دانشگاه علوم پزشکی تهران'],
    country: 'IR',
    city: 'Tehran',
  },
  { id: 'shz', names: ['Shiraz University of Medical Sciences'], country: 'IR', city: 'Shiraz' },
  {
    id: 'spb',
    names: [
      'North-Western State Medical University named after I.I. Mechnikov',
      'Санкт-Петербургская академия имени Мечникова',
    ],
    country: 'RU',
    city: 'St Petersburg',
  },
  { id: 'hrv-us', names: ['Harvard Medical School'], country: 'US', city: 'Boston' },
  { id: 'geo-us', names: ['Medical College of Georgia'], country: 'US', city: 'Augusta' },
  { id: 'geo-ge', names: ['Tbilisi State Medical University'], country: 'GE', city: 'Tbilisi' },
  { id: 'njmu', names: ['Nanjing Medical University', '南京医科大学'], country: 'CN', city: 'Nanjing' },
];
const index = buildSchoolIndex(schools, {
  countries: { GE: ['Georgia'], US: ['United States of America'], IN: ['India'], IR: ['Iran'] },
  cities: [['Bengaluru', 'Bangalore']],
});
const firstOf = (query: string) => searchSchools(index, query)[0];

describe('searchSchools forgives', () => {
  it.each([
    ['abbreviations', 'bangalore med', 'blr'],
    ['a typing slip', 'banglore medcial colege', 'blr'],
    ['another name of the town', 'Bengaluru Medical College', 'blr'],
    ['another script', 'Мечников', 'spb'],
    ['a script without vowels against a Latin name', 'شیراز', 'shz'],
    ['upper case and word order', 'COLLEGE MEDICAL PATNA', 'pat'],
    ['initials', 'AIIMS Patna', 'aiims-pat'],
    ['initials of a name with its town', 'gmc amritsar', 'gmc-asr'],
    ['the beginning of a word', 'harv', 'hrv-us'],
    ['part of a Chinese name', '南京医科', 'njmu'],
    ['the country as a hint', 'medical university georgia tbilisi', 'geo-ge'],
  ])('%s: %s', (_, query, id) => expect(firstOf(query)?.id).toBe(id));
});

describe('searchSchools refuses', () => {
  it.each([
    ['words that no name has', 'xyzzy qwerty'],
    ['common words around an unknown one', 'asdfghjkl medical college'],
    ['nothing', ''],
    ['punctuation', '?!… --'],
    ['only little words', 'of the'],
  ])('%s', (_, query) => expect(searchSchools(index, query)).toEqual([]));

  it('every school outside the country asked for', () => {
    expect(searchSchools(index, 'medical georgia', { country: 'GE' }).map((hit) => hit.id)).toEqual([
      'geo-ge',
    ]);
  });

  it('more hits than the limit', () => {
    expect(searchSchools(index, 'medical', { limit: 3 })).toHaveLength(3);
    expect(searchSchools(index, 'medical').length).toBe(10);
  });
});

describe('a hit says what it matched on', () => {
  it('a name, word by word', () => {
    expect(firstOf('banglore med')).toMatchObject({
      matchedOn: { kind: 'name', text: 'Bangalore Medical College and Research Institute, Bangalore' },
      words: [
        { query: 'banglore', found: 'bangalore', in: 'name', how: 'spelling' },
        { query: 'medical', found: 'medical', in: 'name', how: 'exact' },
      ],
    });
  });

  it('another name', () => expect(firstOf('تهران')?.matchedOn.kind).toBe('other-name'));
  it('initials and the town', () => {
    expect(firstOf('aiims bhopal')?.words).toEqual([
      { query: 'aiims', found: 'aiims', in: 'initials', how: 'exact' },
      { query: 'bhopal', found: 'bhopal', in: 'city', how: 'exact' },
    ]);
  });
  it('a town only', () => expect(firstOf('Boston')?.matchedOn).toEqual({ kind: 'city', text: 'Boston' }));
  it('consonants only', () =>
    expect(firstOf('ناگپور')?.words[0]).toMatchObject({ found: 'nagpur', how: 'consonants' }));
});

describe('ranking', () => {
  it('puts the school of that name before schools of that town', () => {
    expect(searchSchools(index, 'patna').map((hit) => hit.id)).toEqual(['pat', 'aiims-pat']);
  });
  it('scores an exact name 1 and no hit more', () => {
    expect(firstOf('Harvard Medical School')?.score).toBe(1);
  });
  it('puts a doubtful record after an equal one', () => {
    const twins = [
      { id: 'a', names: ['Mechnikov Institute'], country: 'UA', doubtful: true },
      { id: 'b', names: ['Mechnikov Institute'], country: 'UA' },
    ] as const;
    expect(searchSchools(buildSchoolIndex(twins), 'mechnikov').map((hit) => hit.id)).toEqual(['b', 'a']);
  });
  it('reads twelve words of a long query and no more', () => {
    const long = `${'zzz yyy xxx www vvv uuu ttt sss rrr qqq ppp ooo'} harvard`;
    expect(searchSchools(index, long)).toEqual([]);
  });
});
