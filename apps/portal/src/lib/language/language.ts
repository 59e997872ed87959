/** What a page needs of its language: its words, its addresses, its way to write days and money. */
import { writePlace } from './address.ts';
import type { CompiledMessage } from './compiled-message.ts';
import { formatMessage, formatRuns, type Run, type Values } from './format-message.ts';
import {
  formatCurrency,
  formatDay,
  formatList,
  formatNumber,
  formatPeriod,
  formatUnit,
  type ListType,
  nameOf,
} from './format-values.ts';
import { LANGUAGES, type LanguageFacts, type Locale, SOURCE } from './languages.ts';
import type { MessageKey } from './messages.ts';

export type Say = (key: MessageKey, values?: Values) => string;

export type Language = LanguageFacts & {
  readonly say: Say;
  /** For a message with tags: `phrase.svelte` draws it. */
  readonly runs: (key: MessageKey, values?: Values) => readonly Run[];
  /** The address of a page of the portal in this language: `link('/results')`. */
  readonly link: (path: string) => string;
  /** A day, month or year in ISO text. */
  readonly day: (text: string) => string;
  readonly number: (value: number) => string;
  /** `GBP 240`; with `to`, a range. */
  readonly money: (money: {
    readonly amount: number;
    readonly to?: number | undefined;
    readonly currency: string;
  }) => string;
  /** Of ISO 8601 periods: `2 years`, `6 months to 1 year`, `at least 6 months`. */
  readonly duration: (duration: { readonly min: string; readonly max?: string | undefined }) => string;
  readonly list: (items: readonly string[], type?: ListType) => string;
  readonly country: (code: string) => string;
  readonly languageName: (tag: string) => string;
  /** For an element whose text comes from the packs as it stands there: `<p {...inSource}>{step.text}</p>`. Nothing in English. */
  readonly inSource: { readonly lang?: string; readonly dir?: 'ltr' };
  readonly unit: (amount: number, unit: Parameters<typeof formatUnit>[1]) => string;
};

/** A name in Latin letters inside an Arabic sentence keeps its brackets and full stops to itself (Unicode UAX #9, FSI and PDI). */
const isolateAll = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? `\u2068${value}\u2069` : value,
    ]),
  );

export type LanguageOptions = {
  readonly locale: Locale;
  /** Where the portal is mounted: '' or `/testamur`. */
  readonly root: string;
  readonly find: (locale: Locale, key: MessageKey) => CompiledMessage | undefined;
};

export function makeLanguage({ locale, root, find }: LanguageOptions): Language {
  const facts = LANGUAGES[locale];
  const { format, dir } = facts;
  const isolate = (values: Values): Values => (dir === 'rtl' ? isolateAll(values) : values);
  // A key that is not there shows itself: the tests of the catalogues see to it that none is missing.
  const messageOf = (key: MessageKey): CompiledMessage => find(locale, key) ?? key;
  const say: Say = (key, values = {}) => formatMessage(messageOf(key), isolate(values), format);
  return {
    ...facts,
    say,
    runs: (key, values = {}) => formatRuns(messageOf(key), isolate(values), format),
    link: (path) => `${root}${writePlace({ locale, path })}`,
    day: (text) => formatDay(text, format),
    number: (value) => formatNumber(value, format),
    money: ({ amount, to, currency }) => {
      const from = formatCurrency(amount, currency, format);
      return to === undefined || to === amount
        ? from
        : say('common.range', { from, to: formatNumber(to, format) });
    },
    duration: ({ min, max }) => {
      const from = formatPeriod(min, format);
      if (max === undefined) return say('common.atLeast', { amount: from });
      return min === max ? from : say('common.range', { from, to: formatPeriod(max, format) });
    },
    list: (items, type = 'conjunction') => formatList(items, format, type),
    country: (code) => nameOf(code, 'region', format),
    languageName: (tag) => nameOf(tag, 'language', format),
    inSource: locale === SOURCE ? {} : { lang: SOURCE, dir: 'ltr' },
    unit: (amount, unit) => formatUnit(amount, unit, format),
  };
}
