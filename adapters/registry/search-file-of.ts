import { packSearchFile, type SearchableSchool, type SearchFile } from '@testamur/engines/matching';
import type { RegistryData } from './registry-data.ts';
import type { SchoolLine } from './school-file.ts';

/** The compact list of schools and place names that a browser loads once and searches by itself. */
export function searchFileOf(data: RegistryData): SearchFile {
  const regions = new Map(data.subdivisions.map(({ code, name }) => [code, name]));
  const used = new Set(data.schools.map(({ country }) => country));
  const countries = data.countries
    .filter(({ code }) => used.has(code))
    .map(({ code, name, otherNames }) => [code, [name, ...(otherNames ?? [])]] as const);
  const schools = data.schools.map((line) => searchableOf(line, regions));
  return packSearchFile(schools, { countries: Object.fromEntries(countries), cities: data.places });
}

function searchableOf(line: SchoolLine, regions: ReadonlyMap<string, string>): SearchableSchool {
  const region = line.region ?? regions.get(line.subdivision ?? '');
  return {
    id: line.id,
    names: [line.name, ...(line.otherNames ?? [])],
    country: line.country,
    ...(line.city === undefined ? {} : { city: line.city }),
    ...(region === undefined ? {} : { region }),
    ...(isDoubtful(line) ? { doubtful: true } : {}),
  };
}

/** Found only because some name of it sounds medical, or because it teaches traditional medicine. */
function isDoubtful({ kind }: SchoolLine): boolean {
  return kind === 'university-with-medical-name-variant' || kind === 'tcm-university';
}
