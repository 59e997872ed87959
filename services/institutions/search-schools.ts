import {
  buildSchoolIndex,
  type SchoolHit,
  type SearchFile,
  type SearchOptions,
  searchSchools,
  unpackSearchFile,
} from '@testamur/engines/matching';

export type SchoolFound = SchoolHit & {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly city?: string;
};

export type SchoolSearch = (words: string, options?: SearchOptions) => readonly SchoolFound[];

/**
 * Makes the index, which takes some tenths of a second, and gives back the search, which takes milliseconds.
 *
 * @example openSchoolSearch(file)('bangalore med')[0]?.name // 'Bangalore Medical College and Research Institute'
 */
export function openSchoolSearch(file: SearchFile): SchoolSearch {
  const { schools, places } = unpackSearchFile(file);
  const index = buildSchoolIndex(schools, places);
  const byId = new Map(schools.map((school) => [school.id, school]));
  return (words, options) =>
    searchSchools(index, words, options).flatMap((hit) => {
      const school = byId.get(hit.id);
      if (school === undefined) return [];
      const { names, country, city } = school;
      return [{ ...hit, name: names[0], country, ...(city === undefined ? {} : { city }) }];
    });
}
