import { describe, expect, it } from 'vitest';
import { placeName } from './place-name.ts';

describe('the name of an authority', () => {
  it.each([
    ['en', 'GB', 'United Kingdom', 'United Kingdom'],
    ['fr', 'GB', 'United Kingdom', 'Royaume-Uni'],
    ['ar', 'DE', 'Germany', 'ألمانيا'],
    ['zh', 'SG', 'Singapore', '新加坡'],
    // A state has no name in the tables of languages.
    ['fr', 'US-TX', 'Texas', 'Texas'],
    // A code that no table knows.
    ['fr', 'QQ', 'Somewhere', 'Somewhere'],
  ] as const)('in %s of %s (%s) is %s', (locale, jurisdiction, name, called) => {
    expect(placeName({ jurisdiction, name }, locale)).toBe(called);
  });
});
