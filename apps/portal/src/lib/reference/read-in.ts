/** The library in the language of a page: vocabulary, shared steps and countries by their names there. Texts of the law stay as they are. */
import { translateSteps, translateVocabulary, type Words, wordsIn } from '@testamur/engines/recognition';
import { findMessage, loadAreas } from '../language/catalogue-store.ts';
import { type Language, makeLanguage } from '../language/language.ts';
import { SOURCE } from '../language/languages.ts';
import type { Area } from '../language/messages.ts';
import { ROOT } from '../language/root.ts';
import { openReference, type Reference } from './open-reference.ts';

export type Reading = { readonly reference: Reference; readonly language: Language };

/** For a page's `load`: `area` is the catalogue of its own words. */
export async function readIn(locals: App.Locals, area: Area): Promise<Reading> {
  const { locale } = locals;
  await loadAreas(locale, ['common', 'phrases', area]);
  const language = makeLanguage({ locale, root: ROOT, find: findMessage });
  return { reference: translated(openReference(locals), language), language };
}

const kept = new WeakMap<Reference, Map<string, Reference>>();

/** Translated once for each language. */
function translated(reference: Reference, language: Language): Reference {
  if (language.locale === SOURCE) return reference;
  const byLocale = kept.get(reference) ?? new Map<string, Reference>();
  const reading = byLocale.get(language.locale) ?? translateReference(reference, language);
  kept.set(reference, byLocale.set(language.locale, reading));
  return reading;
}

/** @internal For tests: `readIn` keeps what this makes. */
export function translateReference(reference: Reference, language: Language): Reference {
  const { book, library } = reference;
  const labels = library.languages.find((each) => each.language === language.locale)?.labels ?? {};
  const country = (code: string): string | undefined => {
    const name = language.country(code);
    return name === code ? undefined : name;
  };
  const vocabulary = translateVocabulary(book.vocabulary, { labels, country });
  const commonSteps = translateSteps(book.commonSteps, labels);
  return {
    ...reference,
    book: { ...book, vocabulary, commonSteps },
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
const speechOf = (words: Words, vocabulary: Words['vocabulary'], { say }: Language): Words =>
  wordsIn({
    vocabulary,
    ruleTitle: words.ruleTitle,
    day: (day) => day,
    say: (key, values) => say(`phrases.${key}`, values),
  });
