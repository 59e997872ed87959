import { searchSchools } from '@testamur/engines/matching';
import type { Language } from '../language/language.ts';
import type { Reading } from '../reference/read-in.ts';
import type { SchoolRecord } from '../reference/records.ts';

export type SchoolLine = {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** Another name by which it was found. */
  readonly foundBy?: string;
};

export type SchoolAnswer = {
  readonly lines: readonly SchoolLine[];
  /** Of a list by country: all of them, of which `lines` is one page. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

export type SchoolQuestion = { readonly words: string; readonly country: string; readonly page: number };

const PER_PAGE = 50;
const MOST_HITS = 25;
const LONGEST_WORDS = 200;

/** Reads the address of the search. What cannot be read is as if it had not been asked. */
export function readQuestion(url: URL, countries: ReadonlyMap<string, string>): SchoolQuestion {
  const country = url.searchParams.get('country') ?? '';
  const page = Number(url.searchParams.get('page') ?? '1');
  return {
    words: (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST_WORDS),
    country: countries.has(country) ? country : '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** With words: the schools that they may mean, best first. With a country only: its schools by name. */
export function answerQuestion(reading: Reading, question: SchoolQuestion): SchoolAnswer | undefined {
  if (question.words !== '') return findByWords(reading, question);
  if (question.country !== '') return listCountry(reading, question);
  return undefined;
}

function findByWords(reading: Reading, { words, country }: SchoolQuestion): SchoolAnswer {
  const { reference } = reading;
  const options = { limit: MOST_HITS, ...(country === '' ? {} : { country }) };
  const lines = searchSchools(reference.schoolIndex(), words, options).flatMap(({ id, matchedOn }) => {
    const school = reference.schools.get(id);
    if (school === undefined) return [];
    const line = lineOf(school, reading);
    return [matchedOn.kind === 'other-name' ? { ...line, foundBy: matchedOn.text } : line];
  });
  return { lines, total: lines.length, page: 1, pages: 1 };
}

function listCountry(reading: Reading, { country, page }: SchoolQuestion): SchoolAnswer {
  const all = [...reading.reference.schools.values()].filter((school) => school.country === country);
  all.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const shown = Math.min(page, pages);
  const lines = all.slice((shown - 1) * PER_PAGE, shown * PER_PAGE).map((school) => lineOf(school, reading));
  return { lines, total: all.length, page: shown, pages };
}

function lineOf(school: SchoolRecord, { reference, language }: Reading): SchoolLine {
  return { id: school.id, name: school.name, place: placeOf(school, reference.countries, language) };
}

/** `Pune, Maharashtra, India`, as far as it is known. */
export function placeOf(
  school: SchoolRecord,
  countries: ReadonlyMap<string, string>,
  { comma }: Pick<Language, 'comma'>,
): string {
  const region = school.region === school.city ? undefined : school.region;
  return [school.city, region, countries.get(school.country) ?? school.country].filter(Boolean).join(comma);
}

export type CountryCount = { readonly code: string; readonly name: string; readonly schools: number };

/** Countries that have schools in the registry, by name. */
export function countByCountry({
  reference: { schools, countries },
  language,
}: Reading): readonly CountryCount[] {
  const counts = new Map<string, number>();
  for (const { country } of schools.values()) counts.set(country, (counts.get(country) ?? 0) + 1);
  const rows = [...counts].map(([code, count]) => ({
    code,
    name: countries.get(code) ?? code,
    schools: count,
  }));
  return rows.sort((a, b) => a.name.localeCompare(b.name, language.format));
}
