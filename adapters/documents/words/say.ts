import { IntlMessageFormat } from 'intl-messageformat';
import type { Text } from '../document.ts';
import { AR } from './ar.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { PT } from './pt.ts';
import { RU } from './ru.ts';
import type { DocumentWords, WordKey } from './words.ts';
import { ZH } from './zh.ts';

type Values = Readonly<Record<string, string | number>>;
export type Say = (key: WordKey, values?: Values) => string;

type DocumentLanguage = {
  readonly words: DocumentWords;
  /** For numbers, days and plurals. Arabic keeps the digits of the fees and documents that are cited. */
  readonly format: string;
  readonly direction: 'ltr' | 'rtl';
  /** Said on each document until a native speaker has read the words. */
  readonly unread?: string;
};

/** The languages in which documents are printed. English stands for every other. */
const LANGUAGES: Readonly<Record<string, DocumentLanguage>> = {
  en: { words: EN, format: 'en-GB', direction: 'ltr' },
  fr: { words: FR, format: 'fr', direction: 'ltr', unread: FR.unread },
  es: { words: ES, format: 'es', direction: 'ltr', unread: ES.unread },
  pt: { words: PT, format: 'pt', direction: 'ltr', unread: PT.unread },
  ar: { words: AR, format: 'ar-u-nu-latn', direction: 'rtl', unread: AR.unread },
  ru: { words: RU, format: 'ru', direction: 'ltr', unread: RU.unread },
  zh: { words: ZH, format: 'zh-Hans', direction: 'ltr', unread: ZH.unread },
};

export const documentLanguages = (): readonly string[] => Object.keys(LANGUAGES);

export type Speech = Pick<DocumentLanguage, 'format' | 'direction' | 'unread'> & {
  /** BCP 47 tag. */
  readonly lang: string;
  readonly say: Say;
  /** A sentence with texts of packs in it. */
  readonly sayOf: (key: WordKey, values: Readonly<Record<string, Text | number>>) => readonly Text[];
  /** A text in the language of the reader. */
  readonly inWords: (text: string) => Text;
};

/** `fr-CA` is spoken as French, what is not there as English. */
export function speak(asked: string): Speech {
  const short = asked.toLowerCase().split('-')[0] ?? 'en';
  const lang = Object.hasOwn(LANGUAGES, short) ? short : 'en';
  const { words, ...language } = LANGUAGES[lang] ?? { words: EN, format: 'en-GB', direction: 'ltr' };
  const read = (key: WordKey) => new IntlMessageFormat(words[key], language.format);
  const inWords = (text: string): Text => ({ text, lang });
  return {
    ...language,
    lang,
    inWords,
    // A Russian day ends in an abbreviation (г.), whose point is that of the sentence too.
    say: (key, values) => String(read(key).format({ ...values })).replace(/\.\.$/, '.'),
    sayOf: (key, values) =>
      read(key)
        .formatToParts<Text>({ ...values })
        .map(({ value }) => (typeof value === 'object' ? (value as Text) : inWords(String(value)))),
  };
}
