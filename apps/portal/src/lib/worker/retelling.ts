/**
 * What the worker answers, told in the language of the page: sentences are made anew from the law, shared steps are translated. For
 * display only: the verdict as published stays in English. Loaded where a page is in another language.
 */
import {
  type PreparedLaw,
  type Retelling,
  retellIn,
  type Step,
  translateSteps,
  translateVocabulary,
} from '@testamur/engines/recognition';
import { findMessage, loadAreas } from '../language/catalogue-store.ts';
import { makeLanguage } from '../language/language.ts';
import type { Locale } from '../language/languages.ts';
import { speechIn, tongueOf } from '../language/tongue.ts';
import { loadFile } from './load-file.ts';
import { files } from './open-library.ts';

type Labels = Readonly<Record<string, string>>;

async function labelsIn(locale: Locale): Promise<Labels> {
  const url = (await files).labels[locale];
  return url === undefined ? {} : loadFile<Labels>(url);
}

const kept = new WeakMap<PreparedLaw, Promise<Retelling>>();

/** Of one law once: a worker has one language. */
export function retelling(prepared: PreparedLaw, locale: Locale): Promise<Retelling> {
  const known = kept.get(prepared) ?? openRetelling(prepared, locale);
  kept.set(prepared, known);
  known.catch(() => kept.delete(prepared));
  return known;
}

async function openRetelling({ law, book }: PreparedLaw, locale: Locale): Promise<Retelling> {
  const [labels] = await Promise.all([labelsIn(locale), loadAreas(locale, ['phrases'])]);
  const language = makeLanguage({ locale, root: '', find: findMessage });
  return retellIn(law, {
    ...speechIn(language),
    vocabulary: translateVocabulary(book.vocabulary, tongueOf(labels, language)),
    ruleTitle: (rule) => law.rules.get(rule)?.rule.title ?? rule,
  });
}

export const stepsIn = async (steps: readonly Step[], locale: Locale): Promise<readonly Step[]> =>
  translateSteps(steps, await labelsIn(locale));
