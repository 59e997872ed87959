import { describe, expect, it } from 'vitest';
import { wantedLanguage } from './choose-language.ts';
import type { Locale } from './languages.ts';

const OFFERED: readonly Locale[] = ['en', 'fr', 'ar', 'zh'];

describe('the language that a browser asks for', () => {
  it.each([
    ['fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5', 'fr'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['ru, ar;q=0.4, en;q=0.3', 'ar'],
    ['en;q=0.2, zh-Hans-CN;q=0.7', 'zh'],
    ['FR', 'fr'],
    ['fr;q=0, en;q=0.1', 'en'],
    ['fr;q=2, en;q=0.1', 'en'],
    ['de, *', undefined],
    ['', undefined],
    [null, undefined],
  ] as const)('%s is %s', (header, wanted) => {
    expect(wantedLanguage(header, OFFERED)).toBe(wanted);
  });
});
