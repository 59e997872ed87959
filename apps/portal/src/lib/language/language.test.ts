import { describe, expect, it } from 'vitest';
import { compileMessage } from './compile-message.ts';
import { english } from './language.fixture.ts';
import { makeLanguage } from './language.ts';
import type { Locale } from './languages.ts';
import type { MessageKey } from './messages.ts';

const ask: MessageKey = 'common.advice.of';
const languageOf = (locale: Locale, message: string) =>
  makeLanguage({
    locale,
    root: '/below',
    find: (_locale, key) => (key === ask ? compileMessage(message) : undefined),
  });

describe('the language of a page', () => {
  it('writes ranges and durations in words', () => {
    expect(english.money({ amount: 240, to: 1300, currency: 'GBP' })).toBe('GBP 240 to 1,300');
    expect(english.money({ amount: 240, to: 240, currency: 'GBP' })).toBe('GBP 240');
    expect(english.duration({ min: 'P6M' })).toBe('at least 6 months');
    expect(english.duration({ min: 'P6M', max: 'P1Y' })).toBe('6 months to 1 year');
    expect(english.duration({ min: 'P1Y', max: 'P1Y' })).toBe('1 year');
  });

  it('leads to pages of its own, below the base', () => {
    expect(languageOf('en', '').link('/results?a=b')).toBe('/below/results?a=b');
    expect(languageOf('fr', '').link('/results')).toBe('/below/fr/results');
    expect(languageOf('fr', '').link('/')).toBe('/below/fr');
  });

  it('keeps a name in other letters apart where the text runs from right to left', () => {
    expect(languageOf('ar', 'اسأل {regulator}.').say(ask, { regulator: 'GMC (UK)' })).toBe(
      'اسأل \u2068GMC (UK)\u2069.',
    );
    expect(languageOf('fr', 'Demandez à {regulator}.').say(ask, { regulator: 'GMC (UK)' })).toBe(
      'Demandez à GMC (UK).',
    );
  });

  it('names the language of what the packs say, except in that language', () => {
    expect(languageOf('ar', '').inSource).toEqual({ lang: 'en', dir: 'ltr' });
    expect(english.inSource).toEqual({});
  });

  it('shows the key of a message that is not there', () => {
    expect(languageOf('fr', '').say('common.skip')).toBe('common.skip');
  });
});
