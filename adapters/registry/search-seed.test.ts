import { expectOk } from '@testamur/engines/kernel';
import { buildSchoolIndex, searchSchools, unpackSearchFile } from '@testamur/engines/matching';
import { describe, expect, it } from 'vitest';
import { loadRegistry, searchFileOf } from './index.ts';
import { packsFolder } from './packs-folder.fixture.ts';

const data = expectOk(loadRegistry(packsFolder), 'the seed that ships');
const { schools, places } = unpackSearchFile(searchFileOf(data));
const index = buildSchoolIndex(schools, places);
/** By a key of its source, which stays when an import changes the id. */
const idByKey = new Map(data.schools.flatMap(({ id, keys }) => keys.map((key) => [key, id] as const)));
const nmc = (rest: string) => `nmc-in:in:${rest}`;

/** What a person types, and the school meant. */
const queries: readonly (readonly [string, string])[] = [
  ['bangalore med', nmc('bangalore-medical-college-and-research-institute-bangalore:bangalore')],
  ['bengaluru medical college', nmc('bangalore-medical-college-and-research-institute-bangalore:bangalore')],
  ['banglore medical colege', nmc('bangalore-medical-college-and-research-institute-bangalore:bangalore')],
  ['BMCRI', nmc('bangalore-medical-college-and-research-institute-bangalore:bangalore')],
  ['Мечников', 'ror:04kayk232'],
  ['mechnikov st petersburg', 'ror:04kayk232'],
  ['AIIMS Patna', nmc('all-india-institute-of-medical-sciences-patna:patna')],
  ['aiims delhi', 'ror:02dwcqs71'],
  ['all india inst of med sciences new delhi', 'ror:02dwcqs71'],
  ['CMC Vellore', 'ror:00c7kvd80'],
  ['christian medical collage velore', 'ror:00c7kvd80'],
  ['kasturba med coll manipal', 'ror:05hg48t65'],
  ['grant medical college bombay', nmc('grant-medical-college-mumbai:mumbai')],
  ['govt medical college nagpur', nmc('government-medical-college-nagpur:nagpur')],
  ['gmc amritsar', nmc('government-medical-college-amritsar:amritsar')],
  ['medical college madras', nmc('madras-medical-college-chennai:chennai')],
  ['Semmelweis', 'mci-foreign:hu:semmelweis-university:budapest'],
  ['semelweis budapest', 'mci-foreign:hu:semmelweis-university:budapest'],
  ['riga stradiņš', 'mci-foreign:lv:riga-stradins-university:riga'],
  ['Kharkiv National Medical University', 'ror:01sks0025'],
  ['Харьковский медицинский университет', 'ror:01sks0025'],
  ['kharkov medical', 'ror:01sks0025'],
  ['Первый московский медицинский', 'ror:02yqqv993'],
  ['Sechenov', 'ror:02yqqv993'],
  ['пирогов москва', 'ror:018159086'],
  ['Russian State Medical University', 'ror:018159086'],
  ['Львів медичний університет Галицького', 'ror:0027cag10'],
  ['davila bucuresti', 'ror:04fm87419'],
  ['gdansk medical university', 'ror:019sbgd69'],
  ['medical university sofia', 'ror:01n9zy652'],
  ['ΜΕΔΙΚΑΛ ΣΟΦΙΑ', 'ror:01n9zy652'],
  ['cerrahpaşa tıp', 'yok-tr:tr:i̇stanbul-üniversitesi-cerrahpaşa-tıp-fakültesi:fatihistanbul'],
  [
    'Istanbul University Cerrahpasa',
    'yok-tr:tr:i̇stanbul-üniversitesi-cerrahpaşa-tıp-fakültesi:fatihistanbul',
  ],
  ['دانشگاه علوم پزشکی تهران', 'ror:01c4pz451'],
  ['طهران جامعة العلوم الطبية', 'ror:01c4pz451'],
  ['شیراز', 'ror:01n3s4692'],
  ['שיראז', 'ror:01n3s4692'],
  ['كلية دبي الطبية', 'ror:05nydfs77'],
  ['dubai medical college for girls', 'ror:05nydfs77'],
  ['अखिल भारतीय आयुर्विज्ञान संस्थान जोधपुर', 'ror:05e15a779'],
  ['मेडिकल कॉलेज वेल्लोर', 'ror:00c7kvd80'],
  ['浙江中医药大学', 'moe-cn:4133010344'],
  ['南京医科大学', 'ror:059gcgy73'],
  ['東京医科大学', 'ror:00k5j5c86'],
  ['McGill', 'ca-sheet:ca:mcgill-university:montreal'],
  ['Toronto university', 'ca-sheet:ca:university-of-toronto:toronto'],
  ['university of toronto faculty of medicine', 'ca-sheet:ca:university-of-toronto:toronto'],
  ['univ of otago', 'mci-foreign:nz:university-of-otago:dunedin'],
  ['monash uni', 'au-nz:au:monash-university:melbourne'],
  ['harvrd medcial school', 'ror:03wevmz92'],
  ['UCSF', 'ror:01ztwst47'],
  ['RCSI', 'ror:01hxy9878'],
  ['imperial college london', 'ror:041kmwe10'],
  ['nairobi university', 'mci-foreign:ke:university-of-nairobi:nairobi'],
  ['tbilisi state medical georgia', 'mci-foreign:ge:tbilisi-state-medical-university'],
];

describe('a person who types a name finds the school among the first three', () => {
  it.each(queries)('%s', (query, key) => {
    const hits = searchSchools(index, query, { limit: 3 }).map((hit) => hit.id);
    expect(idByKey.has(key), `${key} is in the seed`).toBe(true);
    expect(hits).toContain(idByKey.get(key));
  });

  it('and these are more than forty schools and spellings', () =>
    expect(queries.length).toBeGreaterThanOrEqual(40));

  const first = [
    'bangalore med',
    'AIIMS Patna',
    'CMC Vellore',
    'Sechenov',
    'McGill',
    'gdansk medical university',
  ];
  it.each(first)('%s finds it first', (query) => {
    const key = queries.find(([asked]) => asked === query)?.[1] ?? '';
    expect(searchSchools(index, query)[0]?.id).toBe(idByKey.get(key));
  });
});

describe('a person who types something else is offered nothing', () => {
  it.each([
    'xyzzy qwerty plugh',
    'asdfghjkl medical college',
    'zzzz university',
    'lorem ipsum dolor',
    '!!!',
    'ЩЩЩЩЩЩ университет',
    'Stellenbosch',
    'Charité Universitätsmedizin',
  ])('%s', (query) => expect(searchSchools(index, query)).toEqual([]));

  it('outside the country asked for', () => {
    expect(searchSchools(index, 'bangalore med', { country: 'KE' })).toEqual([]);
  });
});

describe('every third school of the seed, so that the suite stays quick,', () => {
  it('is found among the first ten by its own name, unless more schools than that bear it', () => {
    const lost = schools.filter((school, place) => {
      if (place % 3 !== 0) return false;
      const hits = searchSchools(index, school.names[0], { country: school.country });
      return !hits.some((hit) => hit.id === school.id) && (hits.at(-1)?.score ?? 0) < 1;
    });
    expect(lost.map((school) => school.names[0])).toEqual([]);
  });
});
