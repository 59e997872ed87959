import {
  makeSay,
  type Phrasebook,
  type PreparedLaw,
  type Retelling,
  retellIn,
  translateVocabulary,
} from '@testamur/engines/recognition';
import { showDay } from './show-values.ts';
import { type Labels, PACK_LANGUAGE } from './texts-of-packs.ts';
import { speak } from './words/say.ts';

/** What the engine needs to speak the language of the reader. */
export type Tongue = { readonly labels: Labels; readonly phrases: Phrasebook };

/** The sentences of explanations in the reader's language; nothing where the packs speak it. `law` is that of the explanations. */
export function retellLaw(
  { law, book }: PreparedLaw,
  { labels, phrases }: Tongue,
  language: string,
): Retelling | undefined {
  const speech = speak(language);
  if (speech.lang === PACK_LANGUAGE) return undefined;
  const { format } = speech;
  const plurals = new Intl.PluralRules(format);
  const numbers = new Intl.NumberFormat(format, { maximumFractionDigits: 3 });
  const countries = new Intl.DisplayNames(format, { type: 'region', fallback: 'none' });
  return retellIn(law, {
    say: makeSay(phrases, {
      plural: (count) => plurals.select(count),
      number: (value) => numbers.format(value),
    }),
    day: (day) => showDay(day, speech),
    vocabulary: translateVocabulary(book.vocabulary, { labels, country: (code) => countries.of(code) }),
    ruleTitle: (rule) => law.rules.get(rule)?.rule.title ?? rule,
  });
}
