import { describe, expect, it } from 'vitest';
import {
  formatCurrency,
  formatDay,
  formatList,
  formatNumber,
  formatPeriod,
  formatUnit,
  nameOf,
} from './format-values.ts';

describe('a day for people', () => {
  it.each([
    ['2026-03-31', 'en-GB', '31 March 2026'],
    ['2024-02-01', 'en-GB', '1 February 2024'],
    ['2019-05', 'en-GB', 'May 2019'],
    ['2019', 'en-GB', '2019'],
    ['undated', 'en-GB', 'undated'],
    ['2019-13', 'en-GB', '2019-13'],
    ['2019-02-30', 'en-GB', '2019-02-30'],
    ['1950-01-01', 'fr', '1 janvier 1950'],
    ['2026-03-31', 'zh-Hans', '2026年3月31日'],
    ['2026-03-31', 'ar-u-nu-latn', '31 مارس 2026'],
    ['2019-05', 'ru', 'май 2019 г.'],
  ])('%s in %s reads %s', (text, format, shown) => {
    expect(formatDay(text, format)).toBe(shown);
  });
});

describe('money, numbers, lists and names', () => {
  it.each([
    ['money', formatCurrency(1676, 'GBP', 'en-GB'), 'GBP 1,676'],
    ['money with pence', formatCurrency(12.5, 'GBP', 'en-GB'), 'GBP 12.50'],
    ['money in French', formatCurrency(1676, 'GBP', 'fr'), '1\u202f676 GBP'],
    ['a number', formatNumber(3815, 'en-GB'), '3,815'],
    ['a list', formatList(['a', 'b', 'c'], 'en-GB', 'conjunction'), 'a, b and c'],
    ['a choice in Spanish', formatList(['a', 'b'], 'es', 'disjunction'), 'a o b'],
    ['a country', nameOf('DE', 'region', 'fr'), 'Allemagne'],
    ['no country', nameOf('not a code', 'region', 'fr'), 'not a code'],
    ['a language', nameOf('pt', 'language', 'en-GB'), 'Portuguese'],
    ['a month', formatUnit(1, 'month', 'en-GB'), '1 month'],
    ['years', formatUnit(2.5, 'year', 'en-GB'), '2.5 years'],
    ['a period', formatPeriod('P2Y6M', 'en-GB'), '2 years 6 months'],
    ['weeks in Spanish', formatPeriod('P6W', 'es'), '6 semanas'],
    ['months in Russian', formatUnit(3, 'month', 'ru'), '3 месяца'],
  ])('%s', (_name, shown, expected) => {
    expect(shown).toBe(expected);
  });
});
