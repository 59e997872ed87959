import { describe, expect, it } from 'vitest';
import { readPlace, writePlace } from './address.ts';
import type { Locale } from './languages.ts';

const OFFERED: readonly Locale[] = ['en', 'fr', 'ar'];

describe('the language in the address', () => {
  it.each([
    ['/', 'en', '/'],
    ['/results/gb', 'en', '/results/gb'],
    ['/fr', 'fr', '/'],
    ['/fr/', 'fr', '/'],
    ['/ar/results/gb', 'ar', '/results/gb'],
  ] as const)('%s is in %s and leads to %s', (path, locale, rest) => {
    expect(readPlace(path, OFFERED)).toEqual({ locale, path: rest });
  });

  it.each(['/ru/results', '/french', '/frame/x', '/en/results', '/results/fr'])(
    'takes no language from %s',
    (path) => {
      expect(readPlace(path, OFFERED)).toEqual({ locale: 'en', path });
    },
  );

  it.each([
    ['en', '/', '/'],
    ['en', '/results', '/results'],
    ['fr', '/', '/fr'],
    ['fr', '/#samples', '/fr#samples'],
    ['ar', '/schools?q=x#hits', '/ar/schools?q=x#hits'],
  ] as const)('in %s, %s is written %s', (locale, path, written) => {
    expect(writePlace({ locale, path })).toBe(written);
  });
});
