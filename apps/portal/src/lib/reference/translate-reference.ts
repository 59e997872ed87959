/** The library in another language: vocabulary, shared steps, countries, and the words of sentences. */
import { translateSteps, translateVocabulary, type Words, wordsIn } from '@testamur/engines/recognition';
import type { Language } from '../language/language.ts';
import { placeName } from '../language/place-name.ts';
import { speechIn, tongueOf } from '../language/tongue.ts';
import type { Reference } from './open-reference.ts';

/** What has no translation stays in English; texts of the law stay as they are. */
export function translateReference(reference: Reference, language: Language): Reference {
  const { book, library } = reference;
  const labels = library.languages.find((each) => each.language === language.locale)?.labels ?? {};
  const tongue = tongueOf(labels, language);
  const { country } = tongue;
  const vocabulary = translateVocabulary(book.vocabulary, tongue);
  const commonSteps = translateSteps(book.commonSteps, labels);
  const named = <Named extends { readonly jurisdiction: string; readonly name: string }>(
    pack: Named,
  ): Named => ({
    ...pack,
    name: placeName(pack, language.locale),
  });
  return {
    ...reference,
    book: { ...book, vocabulary, commonSteps, packs: book.packs.map(named) },
    packs: new Map([...reference.packs].map(([id, entry]) => [id, { ...entry, pack: named(entry.pack) }])),
    words: speechOf(reference.words, vocabulary, language),
    steps: new Map([...reference.steps, ...commonSteps.map((step) => [step.step, step] as const)]),
    countries: new Map(
      [...reference.countries].map(([code, name]) => [code, country(code) ?? name] as const),
    ),
    regulators: reference.regulators.map((regulator) => ({
      ...regulator,
      name: country(regulator.jurisdiction) ?? regulator.name,
    })),
  };
}

/** Days stay ISO text within a sentence: the page writes them in one go. */
const speechOf = ({ ruleTitle }: Words, vocabulary: Words['vocabulary'], language: Language): Words =>
  wordsIn({ ...speechIn(language), vocabulary, ruleTitle, day: (day) => day });
