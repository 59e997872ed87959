import { describe, expect, it } from 'vitest';
import { canonicalWord, isIgnored } from './field-words.ts';
import { foldWords } from './fold-text.ts';

const canonical = (text: string) =>
  foldWords(text)
    .map((word) => canonicalWord(word.text))
    .join(' ');

describe('canonicalWord', () => {
  it.each([
    ['univ', 'university'],
    ['Университет', 'university'],
    ['університет', 'university'],
    ['Üniversitesi', 'university'],
    ['Universität', 'university'],
    ['جامعة', 'university'],
    ['دانشگاه', 'university'],
    ['Πανεπιστήμιο', 'university'],
    ['med.', 'medical'],
    ['медицинский', 'medical'],
    ['Meditsinskiy', 'medical'],
    ['медичний', 'medical'],
    ['Tıp', 'medical'],
    ['मेडिकल', 'medical'],
    ['coll', 'college'],
    ['कॉलेज', 'college'],
    ['كلية', 'college'],
    ['Instt.', 'institute'],
    ['Fakültesi', 'school'],
    ['Govt', 'government'],
    ['state', 'state'],
    ['государственный', 'state'],
    ['St.', 'saint'],
  ])('%s is %s', (text, word) => expect(canonical(text)).toBe(word));

  it.each(['patna', 'tehran', 'kasturba', 'otago', 'center', 'rome', 'shchshch', 'mad', 'cull'])(
    'leaves %s alone',
    (word) => {
      expect(canonicalWord(word)).toBe(word);
    },
  );
});

describe('isIgnored', () => {
  it('drops little words and keeps the words of names', () => {
    expect(['of', 'und', 'de', 'imeni'].every(isIgnored)).toBe(true);
    expect(['king', 'medical', 'ndu'].some(isIgnored)).toBe(false);
  });
});
