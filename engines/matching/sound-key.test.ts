import { describe, expect, it } from 'vitest';
import { consonantsOf, soundKey } from './sound-key.ts';

describe('soundKey gives one key to spellings of one name', () => {
  const alike = [
    ['meditsinskiy', 'meditsinskii', 'meditsinsky'],
    ['kharkiv', 'harkiv'],
    ['semmelweis', 'semelweis', 'semelveis'],
    ['vellore', 'velore'],
    ['mechnikov', 'metchnikov'],
    ['philippines', 'filipines'],
    ['lahore', 'lahorre'],
  ];
  it.each(alike)('%s', (...names) => expect(new Set(names.map(soundKey)).size).toBe(1));

  const apart = [
    ['patna', 'pune'],
    ['delhi', 'dili'],
    ['lahore', 'lagos'],
  ] as const;
  it.each(apart)('%s is not %s', (one, other) => expect(soundKey(one)).not.toBe(soundKey(other)));
});

describe('consonantsOf', () => {
  it.each([
    ['tehran', 'thran'],
    ['isfahan', 'asfhan'],
    ['dubai', 'dby'],
  ])('%s and %s agree where vowels are unwritten', (latin, arabic) => {
    expect(consonantsOf(latin)).toBe(consonantsOf(arabic));
  });

  it('keeps other consonants apart', () => expect(consonantsOf('shiraz')).not.toBe(consonantsOf('tabriz')));
});
