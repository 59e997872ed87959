import type { Language } from '../language/language.ts';
import { LANGUAGES } from '../language/languages.ts';

/** Countries as a few words; where they are too many, the words count them and `names` holds them all. */
export type Told = { readonly words: string; readonly names?: string };

/** As many names as are read at a glance. */
const AT_A_GLANCE = 7;

/** `all`: the countries among which these are. Those left out are named where they are fewer. */
export function tellCodes(codes: readonly string[], all: readonly string[], language: Language): Told {
  const { say } = language;
  if (codes.length === all.length) return { words: say('reach.codes.any') };
  if (codes.length <= AT_A_GLANCE) return { words: namesOf(codes, language) };
  const held = new Set(codes);
  const others = all.filter((code) => !held.has(code));
  if (others.length <= AT_A_GLANCE)
    return { words: say('reach.codes.but', { names: namesOf(others, language) }) };
  return { words: say('reach.codes.many', { count: codes.length }), names: namesOf(codes, language) };
}

const namesOf = (codes: readonly string[], { country, list, locale }: Language): string =>
  list(codes.map(country).toSorted((a, b) => a.localeCompare(b, LANGUAGES[locale].format)));
