import type { DossierValue, FactDefinition } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import { showDossierValue, showFactText } from './show-value.ts';
import { VOCABULARY } from './vocabulary.fixture.ts';

const wording = { vocabulary: VOCABULARY, language: english };
const common = { label: 'X', definition: 'X.', standard: 'own' };
const types = {
  boolean: { type: 'boolean', ...common },
  day: { type: 'day', ...common },
  hours: { type: 'number', unit: 'hours', ...common },
  country: { type: 'code', codes: 'countries', ...common },
  countries: { type: 'codes', codes: 'countries', ...common },
  school: { type: 'school', ...common },
} as const satisfies Record<string, FactDefinition>;

describe('an answer in words', () => {
  it.each<[keyof typeof types, DossierValue, string]>([
    ['boolean', true, 'Yes'],
    ['boolean', false, 'No'],
    ['boolean', 'unknown', 'I don’t know'],
    ['day', '2019-05', 'May 2019'],
    ['day', { from: '2019', to: '2020-03' }, 'between 2019 and March 2020'],
    ['hours', 5500, '5500 hours'],
    ['country', 'IN', 'India'],
    ['country', 'ZZ', 'ZZ'],
    ['countries', ['IN', 'DE'], 'India, Germany'],
    ['countries', [], 'None'],
    ['school', { name: 'A school', country: 'IN' }, 'A school'],
  ])('%s %j reads “%s”', (type, value, words) => {
    expect(showDossierValue(value, types[type], wording)).toBe(words);
  });

  it.each<[keyof typeof types, string, string]>([
    ['boolean', 'true', 'Yes'],
    ['boolean', 'false', 'No'],
    ['day', '2019-05-01', '1 May 2019'],
    ['hours', '75', '75 hours'],
    ['countries', 'IN, DE', 'India, Germany'],
    ['countries', '', 'None'],
    ['country', 'DE', 'Germany'],
  ])('a verdict’s text of %s %j reads “%s”', (type, text, words) => {
    expect(showFactText(text, types[type], wording)).toBe(words);
  });
});
