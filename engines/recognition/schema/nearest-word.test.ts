import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearestWord } from './nearest-word.ts';

const WORDS = ['equals', 'notEquals', 'atLeast', 'atMost', 'between'];

it.each([
  ['equal', 'equals'],
  ['atleast', 'atLeast'],
  ['atMots', 'atMost'],
  ['betwen', 'between'],
  ['xyz', undefined],
  ['', undefined],
])('%s → %s', (typed, meant) => {
  expect(nearestWord(typed, WORDS)).toBe(meant);
});

it('a word of the list is its own nearest, and one letter too many does not hide it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...WORDS), fc.nat(), fc.constantFrom('x', 'q'), (word, place, letter) => {
      const at = place % (word.length + 1);
      expect(nearestWord(word, WORDS)).toBe(word);
      expect(nearestWord(word.slice(0, at) + letter + word.slice(at), WORDS)).toBe(word);
    }),
  );
});
