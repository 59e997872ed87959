import { nameOf } from './format-values.ts';
import { LANGUAGES, type Locale, SOURCE } from './languages.ts';

const IS_COUNTRY = /^[A-Z]{2}$/;

/** An authority is called as the reader's language calls its country; a state or a province keeps the name that its pack gives it. */
export function placeName(
  { jurisdiction, name }: { readonly jurisdiction: string; readonly name: string },
  locale: Locale,
): string {
  if (locale === SOURCE || !IS_COUNTRY.test(jurisdiction)) return name;
  const called = nameOf(jurisdiction, 'region', LANGUAGES[locale].format);
  return called === jurisdiction ? name : called;
}

/** The same records, each with its name so. */
export const namePlaces = <Named extends { readonly jurisdiction: string; readonly name: string }>(
  all: readonly Named[],
  locale: Locale,
): readonly Named[] => all.map((each) => ({ ...each, name: placeName(each, locale) }));
