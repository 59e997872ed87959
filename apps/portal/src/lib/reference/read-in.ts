/** The library in the language of a page. */
import { findMessage, loadAreas } from '../language/catalogue-store.ts';
import { type Language, makeLanguage } from '../language/language.ts';
import { SOURCE } from '../language/languages.ts';
import type { Area } from '../language/messages.ts';
import { ROOT } from '../language/root.ts';
import { openReference, type Reference } from './open-reference.ts';
import { translateReference } from './translate-reference.ts';

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
