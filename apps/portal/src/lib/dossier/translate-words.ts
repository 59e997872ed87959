/** The words of the form in another language; loaded where a page is in one. */
import { translateVocabulary, type Vocabulary } from '@testamur/engines/recognition';
import { findMessage } from '../language/catalogue-store.ts';
import { makeLanguage } from '../language/language.ts';
import type { Locale } from '../language/languages.ts';
import { tongueOf } from '../language/tongue.ts';
import { LIBRARY_FILES, loadFile } from '../worker/library-files.ts';

export async function translateWords(english: Vocabulary, locale: Locale): Promise<Vocabulary> {
  const url = LIBRARY_FILES.labels[locale];
  const labels = url === undefined ? {} : await loadFile<Readonly<Record<string, string>>>(url);
  const language = makeLanguage({ locale, root: '', find: findMessage });
  return translateVocabulary(english, tongueOf(labels, language));
}
