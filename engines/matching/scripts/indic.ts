/**
 * Devanagari. The blocks of Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada and Malayalam repeat its layout
 * at steps of 0x80 (Unicode chapter 12), so one table reads all nine.
 */
const CONSONANTS =
  'k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h'.split(' ');
const FIRST_CONSONANT = 0x15;
const VOWELS: Readonly<Record<number, string>> = {
  ...{ 5: 'a', 6: 'a', 7: 'i', 8: 'i', 9: 'u', 10: 'u', 11: 'ri', 13: 'e', 14: 'e', 15: 'e' },
  ...{ 16: 'ai', 17: 'o', 18: 'o', 19: 'o', 20: 'au' },
};
const VOWEL_SIGNS: Readonly<Record<number, string>> = {
  ...{ 62: 'a', 63: 'i', 64: 'i', 65: 'u', 66: 'u', 67: 'ri', 69: 'e', 70: 'e', 71: 'e', 72: 'ai' },
  ...{ 73: 'o', 74: 'o', 75: 'o', 76: 'au' },
};
const VIRAMA = 0x4d;
const NASALS = [0x01, 0x02];
const DOT_BELOW = 0x3c;
/** What the dot below makes of a consonant; it has no other effect. */
const DOTTED: Readonly<Record<string, string>> = { k: 'q', j: 'z', d: 'r', dh: 'rh', ph: 'f', y: 'y' };

export function isIndic(codePoint: number): boolean {
  return codePoint >= 0x0900 && codePoint < 0x0d80;
}

/** Reads one word. A consonant carries an a unless a sign or the end of the word takes it away. */
export function latinFromIndic(word: string): string {
  const places = [...word].map((char) => (char.codePointAt(0) ?? 0) & 0x7f);
  let latin = '';
  places.forEach((place, index) => {
    const consonant = CONSONANTS[place - FIRST_CONSONANT];
    if (consonant !== undefined) {
      const dotted = places[index + 1] === DOT_BELOW;
      const next = places[index + (dotted ? 2 : 1)];
      const keepsVowel = next !== undefined && next !== VIRAMA && VOWEL_SIGNS[next] === undefined;
      latin += (dotted ? (DOTTED[consonant] ?? consonant) : consonant) + (keepsVowel ? 'a' : '');
    } else if (NASALS.includes(place)) latin += 'n';
    else latin += VOWELS[place] ?? VOWEL_SIGNS[place] ?? '';
  });
  return latin;
}
