import { describe, expect, it } from 'vitest';
import { english, languageFor } from '../language/language.fixture.ts';
import { formatDuration, formatMoney, formatPeriod } from './amounts.ts';

describe('amounts for people', () => {
  it.each([
    [{ amount: 240, currency: 'GBP' }, 'GBP 240'],
    [{ amount: 1575.5, currency: 'AUD' }, 'AUD 1,575.50'],
    [{ amount: 0, currency: 'EUR' }, 'EUR 0'],
    [{ amount: 100, to: 250, currency: 'EUR' }, 'EUR 100 to 250'],
    [{ amount: 100, to: 100, currency: 'EUR' }, 'EUR 100'],
  ])('%j reads %s', (money, text) => {
    expect(formatMoney(money, english)).toBe(text);
  });

  it.each([
    [{ min: 'P12M' }, 'at least 12 months'],
    [{ min: 'P3M', max: 'P6M' }, '3 months to 6 months'],
    [{ min: 'P1Y', max: 'P1Y' }, '1 year'],
  ])('%j reads %s', (duration, text) => {
    expect(formatDuration(duration, english)).toBe(text);
  });

  it.each([
    ['P2Y6M', 'en', '2 years 6 months'],
    ['P1W', 'en', '1 week'],
    ['P10D', 'en', '10 days'],
    ['P2Y', 'ru', '2 года'],
    ['P5Y', 'ru', '5 лет'],
    ['P12M', 'fr', '12 mois'],
  ] as const)('%s in %s is %s', (period, locale, text) => {
    expect(formatPeriod(period, languageFor(locale)).replace(/\u00a0/g, ' ')).toBe(text);
  });
});
