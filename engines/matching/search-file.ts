import type { PlaceNames, SearchableSchool } from './school-index.ts';

/**
 * Schools and place names in the form in which they travel to a browser. A row is id, names, country, city, region,
 * doubtful; what is missing at the end is left off, what is missing in the middle is an empty text or 0.
 */
export type SearchFile = {
  readonly version: 1;
  readonly schools: readonly SearchRow[];
  readonly countries: Readonly<Record<string, readonly string[]>>;
  readonly cities: readonly (readonly string[])[];
};

export type SearchRow = readonly [
  id: string,
  names: readonly [string, ...string[]],
  country: string,
  city?: string,
  region?: string,
  doubtful?: 0 | 1,
];

export function packSearchFile(schools: readonly SearchableSchool[], places: PlaceNames): SearchFile {
  return {
    version: 1,
    schools: schools.map(rowOf),
    countries: places.countries ?? {},
    cities: places.cities ?? [],
  };
}

/** What `buildSchoolIndex` takes. */
export function unpackSearchFile(file: SearchFile): {
  readonly schools: readonly SearchableSchool[];
  readonly places: PlaceNames;
} {
  return { schools: file.schools.map(schoolOf), places: { countries: file.countries, cities: file.cities } };
}

function rowOf({
  id,
  names,
  country,
  city = '',
  region = '',
  doubtful = false,
}: SearchableSchool): SearchRow {
  if (doubtful) return [id, names, country, city, region, 1];
  if (region !== '') return [id, names, country, city, region];
  return city === '' ? [id, names, country] : [id, names, country, city];
}

function schoolOf([id, names, country, city = '', region = '', doubtful = 0]: SearchRow): SearchableSchool {
  return {
    id,
    names,
    country,
    ...(city === '' ? {} : { city }),
    ...(region === '' ? {} : { region }),
    ...(doubtful === 1 ? { doubtful: true } : {}),
  };
}
