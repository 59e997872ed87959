/** The languages as tests see them: the catalogues from their files, compiled as the build compiles them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileCatalogue } from './compile-message.ts';
import type { CompiledCatalogue } from './compiled-message.ts';
import { type Language, makeLanguage } from './language.ts';
import type { Locale } from './languages.ts';

const folder = path.join(import.meta.dirname, 'catalogues');
const cached = new Map<string, CompiledCatalogue>();

function catalogueOf(locale: string, area: string): CompiledCatalogue {
  const file = path.join(folder, locale, `${area}.json`);
  const found = cached.get(file) ?? compileCatalogue(JSON.parse(readFileSync(file, 'utf8')));
  cached.set(file, found);
  return found;
}

export const languageFor = (locale: Locale): Language =>
  makeLanguage({
    locale,
    root: '',
    find: (of, key) => catalogueOf(of, key.slice(0, key.indexOf('.')))[key.slice(key.indexOf('.') + 1)],
  });

export const english: Language = languageFor('en');
