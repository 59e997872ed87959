import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWords } from './fold-text.ts';

const fold = (text: string) =>
  foldWords(text)
    .map((word) => word.text)
    .join(' ');

describe('foldWords reads every script into plain words', () => {
  const claims = [
    ['case and diacritics fall away', 'Gdańsk ÉCOLE Şırnak', 'gdansk ecole sirnak'],
    ['letters without a mark to drop are spelt out', 'Łódź Straße Næstved Đà', 'lodz strasse naestved da'],
    ['the Turkish dotted and dotless i are one', 'İstanbul Tıp', 'istanbul tip'],
    ['Russian', 'Мечников', 'mechnikov'],
    ['Ukrainian', 'Харківський', 'kharkivskii'],
    ['Greek with accents and ου', 'Πανεπιστήμιο του Βούλγαρη', 'panepistimio tou voulgari'],
    ['Arabic without its article', 'كلية دبي الطبية', 'klya dby tbya'],
    ['Persian with its own letters', 'پزشکی', 'pzshky'],
    ['Hebrew with final letters', 'תל אביב', 'tl abyb'],
    ['Hindi, the last vowel unspoken', 'मेडिकल कॉलेज', 'medikal kolej'],
    ['Bengali by the same table', 'ঢাকা', 'dhaka'],
    ['a dot below changes a Hindi consonant', 'फ़रीदाबाद', 'faridabad'],
    ['Chinese stays', '浙江 大学', '浙江 大学'],
    ['the marks of kana fall away', 'が', 'か'],
  ] as const;
  it.each(claims)('%s', (_, text, folded) => expect(fold(text)).toBe(folded));
});

describe('foldWords finds the words', () => {
  const claims = [
    ['initials are one word, however they are set', 'K. S. Hegde / K.S. Hegde', 'ks hegde ks hegde'],
    ['an apostrophe is not a break', "King’s St. George's Nal'chik", 'kings st georges nalchik'],
    ['words run together come apart', 'StateMechnikov', 'state mechnikov'],
    ['a short first part does not', 'McGill', 'mcgill'],
    ['punctuation only separates', 'Medicine & Surgery (Patna)', 'medicine surgery patna'],
  ] as const;
  it.each(claims)('%s', (_, text, folded) => expect(fold(text)).toBe(folded));

  it('marks only words that leave their vowels out', () => {
    expect(foldWords('دبي Dubai Дубай').map((word) => word.abjad)).toEqual([true, false, false]);
  });

  it('never fails and never leaves an upper-case or accented Latin letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const word of foldWords(text))
          expect(word.text).not.toMatch(/[A-Z\u00c0-\u00d6\u00d8-\u00de]|[\u0300-\u036f]/);
      }),
    );
  });

  it('reads composed and decomposed text alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(foldWords(text.normalize('NFD'))).toEqual(foldWords(text.normalize('NFC')));
      }),
    );
  });
});
