import { describe, expect, it } from 'vitest';
import { subdivisionOf } from './subdivision.ts';

describe('subdivisionOf', () => {
  it.each([
    ['US', 'Texas', 'US-TX'],
    ['US', 'Washington, D.C.', 'US-DC'],
    ['DE', 'Bavaria', 'DE-BY'],
    ['CA', 'Quebec', 'CA-QC'],
    ['US', 'Bavaria', undefined],
    ['IN', 'Karnataka', undefined],
    ['US', undefined, undefined],
  ])('%s %s is %s', (country, region, code) => expect(subdivisionOf(country, region)).toBe(code));
});
