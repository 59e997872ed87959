import { ar } from './ar.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import type { Words } from './words.ts';
import { zh } from './zh.ts';

export const LANGUAGES = { ar, en, es, fr, pt, ru, zh } as const satisfies Readonly<Record<string, Words>>;
export type MailLanguage = keyof typeof LANGUAGES;

/** The language of a person, by its first part (`pt-BR` is `pt`); English where we have none of hers. */
export function languageOf(tag: string): MailLanguage {
  const first = tag.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(LANGUAGES, first) ? (first as MailLanguage) : 'en';
}
