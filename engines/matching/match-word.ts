import { editDistance } from './edit-distance.ts';
import type { IndexWord, SchoolIndex, TextWord } from './school-index.ts';
import { letterBits } from './school-index.ts';
import { consonantsOf, soundKey } from './sound-key.ts';

export type WordMatchKind = 'exact' | 'beginning' | 'spelling' | 'sound' | 'consonants';
/** How near a word of the query is to a word of the index: 1 is the same word. */
export type WordMatch = { readonly word: number; readonly nearness: number; readonly how: WordMatchKind };

const LEAST_NEARNESS = 0.7;

/** Every word of the index that the query's word may mean. */
export function matchWord(index: SchoolIndex, queried: TextWord): readonly WordMatch[] {
  const sound = soundKey(queried.text);
  const letters = { letters: letterBits(queried.text), soundLetters: letterBits(sound) };
  const asked = { ...queried, sound, consonants: consonantsOf(queried.text), ...letters };
  const matches: WordMatch[] = [];
  index.words.forEach((word, number) => {
    const match = compareWords(asked, word);
    if (match !== undefined && match.nearness >= nearnessFloor(match.how))
      matches.push({ word: number, ...match });
  });
  return matches;
}

type Asked = Omit<IndexWord, 'entries'>;

function nearnessFloor(how: WordMatchKind): number {
  return how === 'consonants' ? 0 : LEAST_NEARNESS;
}

function compareWords(asked: Asked, word: IndexWord): Omit<WordMatch, 'word'> | undefined {
  if (asked.text === word.text) return { nearness: 1, how: 'exact' };
  if (asked.sound === word.sound && asked.sound.length >= 3) return { nearness: 0.93, how: 'sound' };
  if (asked.abjad !== word.abjad) return compareConsonants(asked, word);
  if (asked.text.length >= 3 && word.text.startsWith(asked.text)) {
    return { nearness: 0.82 + 0.15 * (asked.text.length / word.text.length), how: 'beginning' };
  }
  return compareSpelling(asked, word);
}

/** Words of up to three letters allow no slip, longer ones up to three. */
function slipsAllowed(length: number): number {
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}

/** The nearer of the two comparisons, by letters and by sounds. */
function compareSpelling(asked: Asked, word: IndexWord): Omit<WordMatch, 'word'> | undefined {
  const byLetter = likeness(asked.text, asked.letters, word.text, word.letters);
  const bySound = likeness(asked.sound, asked.soundLetters, word.sound, word.soundLetters);
  const nearness = Math.max(byLetter, bySound);
  return nearness === 0 ? undefined : { nearness, how: 'spelling' };
}

function likeness(one: string, oneLetters: number, other: string, otherLetters: number): number {
  const limit = slipsAllowed(Math.min(one.length, other.length));
  if (limit === 0 || Math.abs(one.length - other.length) > limit) return 0;
  if (countBits(oneLetters ^ otherLetters) > 2 * limit) return 0;
  const slips = editDistance(one, other, limit);
  if (slips > limit) return 0;
  const firstLetter = one[0] === other[0] ? 0 : 0.08;
  return 0.96 - 1.1 * (slips / Math.max(one.length, other.length)) - firstLetter;
}

/** Only one of the two writes its vowels, so only consonants can be compared; two of them prove little. */
function compareConsonants(asked: Asked, word: IndexWord): Omit<WordMatch, 'word'> | undefined {
  if (asked.consonants !== word.consonants || asked.consonants.length < 2) return undefined;
  return { nearness: asked.consonants.length > 2 ? 0.75 : 0.5, how: 'consonants' };
}

function countBits(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}
