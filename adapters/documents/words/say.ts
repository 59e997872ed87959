import { IntlMessageFormat } from 'intl-messageformat';
import { EN } from './en.ts';

export type WordKey = keyof typeof EN;
/** A language has every sentence, or it does not compile. */
export type DocumentWords = Readonly<Record<WordKey, string>>;
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** The languages in which documents are printed. English stands for every other. */
const LANGUAGES = new Map<string, DocumentWords>([['en', EN]]);
const RIGHT_TO_LEFT = new Set(['ar']);

export const documentLanguages = (): readonly string[] => [...LANGUAGES.keys()];

export type Speech = {
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  readonly say: Say;
};

/** `fr-CA` is spoken as French, what is not there as English. */
export function speak(asked: string): Speech {
  const short = asked.toLowerCase().split('-')[0] ?? 'en';
  const lang = LANGUAGES.has(short) ? short : 'en';
  const words = LANGUAGES.get(lang) ?? EN;
  return {
    lang,
    direction: RIGHT_TO_LEFT.has(lang) ? 'rtl' : 'ltr',
    say: (key, values) => String(new IntlMessageFormat(words[key], regionOf(lang)).format({ ...values })),
  };
}

/** Days as in Britain: 31 March 2026. Arabic keeps the digits of the fees and documents that are cited. */
const REGIONS: Readonly<Record<string, string>> = {
  en: 'en-GB',
  ar: 'ar-u-nu-latn',
  pt: 'pt-PT',
  zh: 'zh-CN',
};
export const regionOf = (lang: string): string => REGIONS[lang] ?? lang;
