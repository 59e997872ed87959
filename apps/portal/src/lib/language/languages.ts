/** The languages of the interface. English is the source; a language is offered when its catalogues are whole. */

export type Locale = 'en' | 'fr' | 'es' | 'pt' | 'ar' | 'ru' | 'zh';

export type LanguageFacts = {
  readonly locale: Locale;
  /** Of the page, for browsers and screen readers (BCP 47). */
  readonly tag: string;
  /** For numbers and dates. Arabic keeps the digits of the fees and documents that the page cites. */
  readonly format: string;
  readonly dir: 'ltr' | 'rtl';
  /** Between the parts of a line that is no sentence. */
  readonly comma: string;
  readonly semicolon: string;
  /** In the language itself. */
  readonly name: string;
  /** Who has read the catalogues: `source` needs no reader; `unread` is said on each page. */
  readonly status: 'source' | 'unread' | 'read';
};

export const LANGUAGES: Readonly<Record<Locale, LanguageFacts>> = {
  en: {
    locale: 'en',
    tag: 'en-GB',
    format: 'en-GB',
    dir: 'ltr',
    comma: ', ',
    semicolon: '; ',
    name: 'English',
    status: 'source',
  },
  fr: {
    locale: 'fr',
    tag: 'fr',
    format: 'fr',
    dir: 'ltr',
    comma: ', ',
    semicolon: '\u00a0; ',
    name: 'Français',
    status: 'unread',
  },
  es: {
    locale: 'es',
    tag: 'es',
    format: 'es',
    dir: 'ltr',
    comma: ', ',
    semicolon: '; ',
    name: 'Español',
    status: 'unread',
  },
  pt: {
    locale: 'pt',
    tag: 'pt',
    format: 'pt',
    dir: 'ltr',
    comma: ', ',
    semicolon: '; ',
    name: 'Português',
    status: 'unread',
  },
  ar: {
    locale: 'ar',
    tag: 'ar',
    format: 'ar-u-nu-latn',
    dir: 'rtl',
    comma: '، ',
    semicolon: '؛ ',
    name: 'العربية',
    status: 'unread',
  },
  ru: {
    locale: 'ru',
    tag: 'ru',
    format: 'ru',
    dir: 'ltr',
    comma: ', ',
    semicolon: '; ',
    name: 'Русский',
    status: 'unread',
  },
  zh: {
    locale: 'zh',
    tag: 'zh-Hans',
    format: 'zh-Hans',
    dir: 'ltr',
    comma: '，',
    semicolon: '；',
    name: '中文',
    status: 'unread',
  },
};

export const SOURCE: Locale = 'en';

/** Those that a person can choose, in the order of the switch. The test of the catalogues runs over them. */
export const OFFERED: readonly Locale[] = ['en', 'fr', 'es', 'pt', 'ar', 'ru', 'zh'];

export const isOffered = (text: string): text is Locale => (OFFERED as readonly string[]).includes(text);
