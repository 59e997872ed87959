import { canonicalWord, isIgnored } from './field-words.ts';
import { foldWords } from './fold-text.ts';
import { consonantsOf, soundKey } from './sound-key.ts';

/** What the search needs to know of a school. Names may be in any script; the first is the one shown. */
export type SearchableSchool<Id extends string = string> = {
  readonly id: Id;
  readonly names: readonly [string, ...string[]];
  /** ISO 3166-1 alpha-2; XK is Kosovo. */
  readonly country: string;
  readonly city?: string;
  readonly region?: string;
  /** The record may not be a medical school at all: it comes after others that match as well. */
  readonly doubtful?: boolean;
};

export type PlaceNames = {
  /** Country code → the names people write. */
  readonly countries?: Readonly<Record<string, readonly string[]>>;
  /** Groups of names of one city: Bangalore, Bengaluru. */
  readonly cities?: readonly (readonly string[])[];
};

export type EntryKind = 'name' | 'other-name' | 'initials' | 'city' | 'region' | 'country';

/** One text by which a school can be found. */
export type IndexEntry = {
  readonly school: number;
  readonly kind: EntryKind;
  readonly text: string;
  readonly words: readonly string[];
};

/** A distinct word with every entry it occurs in, and what is needed to compare it quickly. */
export type IndexWord = {
  readonly text: string;
  readonly sound: string;
  readonly consonants: string;
  readonly abjad: boolean;
  readonly letters: number;
  readonly soundLetters: number;
  readonly entries: number[];
};

export type SchoolIndex<Id extends string = string> = {
  readonly schools: readonly SearchableSchool<Id>[];
  readonly entries: readonly IndexEntry[];
  readonly words: readonly IndexWord[];
  readonly wordByText: ReadonlyMap<string, number>;
  /** Number of entries of names: the population in which a word is rare or common. */
  readonly nameCount: number;
};

export type TextWord = { readonly text: string; readonly abjad: boolean };

const HAN = /^[\p{Script=Han}]+$/u;

/** The words of a text as the index knows them: folded, canonical, without little words; Chinese as pairs of characters. */
export function wordsOf(
  text: string,
  canonical: (folded: string) => string = canonicalWord,
): readonly TextWord[] {
  const folded = foldWords(text);
  const meaningful = folded.filter((word) => !isIgnored(word.text));
  const kept = meaningful.length > 0 ? meaningful : folded;
  return kept.flatMap((word) =>
    HAN.test(word.text)
      ? pairsOf(word.text).map((pair) => ({ text: pair, abjad: false }))
      : [{ text: canonical(word.text), abjad: word.abjad }],
  );
}

function pairsOf(text: string): readonly string[] {
  const chars = [...text];
  return chars.length < 2 ? chars : chars.slice(1).map((char, index) => `${chars[index]}${char}`);
}

/** Which letters a word has, one bit each: a cheap bound on how far two words are apart. */
export function letterBits(text: string): number {
  let bits = 0;
  for (let index = 0; index < text.length; index += 1) bits |= 1 << (text.charCodeAt(index) % 31);
  return bits;
}

/**
 * Builds the index, a few tenths of a second for two thousand schools. Keep it: it does not depend on the query.
 *
 * @example
 * const index = buildSchoolIndex([{ id: 'a', names: ['Bangalore Medical College'], country: 'IN' }]);
 * searchSchools(index, 'bangalore med').map((hit) => hit.id); // ['a']
 */
export function buildSchoolIndex<Id extends string>(
  schools: readonly SearchableSchool<Id>[],
  places: PlaceNames = {},
): SchoolIndex<Id> {
  const cityGroups = groupByFirstForm(places.cities ?? []);
  const entries: IndexEntry[] = [];
  const words: IndexWord[] = [];
  const wordByText = new Map<string, number>();
  const known = new Map<string, readonly TextWord[]>();
  const canonical = remember(canonicalWord);
  const add = (school: number, kind: EntryKind, text: string): void => {
    const found = known.get(text) ?? wordsOf(text, canonical);
    known.set(text, found);
    if (found.length === 0) return;
    const entry = entries.push({ school, kind, text, words: found.map((word) => word.text) }) - 1;
    for (const word of found) noteWord(words, wordByText, word, entry);
  };
  schools.forEach((school, number) => {
    for (const [kind, text] of textsOf(school, cityGroups, places)) add(number, kind, text);
  });
  const nameCount = entries.filter(({ kind }) => kind === 'name' || kind === 'other-name').length;
  return { schools, entries, words, wordByText, nameCount };
}

function remember(answer: (question: string) => string): (question: string) => string {
  const answers = new Map<string, string>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    const found = answer(question);
    answers.set(question, found);
    return found;
  };
}

function noteWord(
  words: IndexWord[],
  byText: Map<string, number>,
  { text, abjad }: TextWord,
  entry: number,
): void {
  const known = words[byText.get(text) ?? -1];
  if (known !== undefined) {
    if (known.entries.at(-1) !== entry) known.entries.push(entry);
    return;
  }
  byText.set(text, words.length);
  const sound = soundKey(text);
  const letters = { letters: letterBits(text), soundLetters: letterBits(sound) };
  words.push({ text, sound, consonants: consonantsOf(text), abjad, ...letters, entries: [entry] });
}

function textsOf(
  school: SearchableSchool,
  cityGroups: ReadonlyMap<string, readonly string[]>,
  places: PlaceNames,
): readonly (readonly [EntryKind, string])[] {
  const [name, ...others] = school.names;
  const initials = new Set([name, ...others].flatMap((each) => initialsOf(each) ?? []));
  const cities =
    school.city === undefined ? [] : [school.city, ...(cityGroups.get(formOf(school.city)) ?? [])];
  return [
    ['name', name],
    ...others.map((other) => ['other-name', other] as const),
    ...[...initials].map((text) => ['initials', text] as const),
    ...[...new Set(cities)].map((city) => ['city', city] as const),
    ...(school.region === undefined ? [] : [['region', school.region] as const]),
    ...(places.countries?.[school.country] ?? []).map((country) => ['country', country] as const),
  ];
}

/** AIIMS from "All India Institute of Medical Sciences, Patna"; only Latin names of three words and more. */
function initialsOf(name: string): string | undefined {
  const firstPart = name.split(/[,(]/)[0] ?? '';
  const words = foldWords(firstPart).filter((word) => !isIgnored(word.text));
  if (words.length < 3 || words.length > 8 || !words.every((word) => /^[a-z]/.test(word.text)))
    return undefined;
  return words.map((word) => word.text[0]).join('');
}

function formOf(city: string): string {
  return wordsOf(city)
    .map((word) => word.text)
    .join(' ');
}

function groupByFirstForm(groups: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  return new Map(groups.flatMap((group) => group.map((city) => [formOf(city), group] as const)));
}
