import { ARABIC, dropArabicArticle } from './scripts/arabic.ts';
import { CYRILLIC } from './scripts/cyrillic.ts';
import { GREEK } from './scripts/greek.ts';
import { HEBREW } from './scripts/hebrew.ts';
import { isIndic, latinFromIndic } from './scripts/indic.ts';

/** One word in lower-case Latin letters (or in a script that is kept), and whether its vowels were left unwritten. */
export type FoldedWord = { readonly text: string; readonly abjad: boolean };

/** Letters that Unicode does not take apart into a base and a mark. */
const SPECIAL: Readonly<Record<string, string>> = {
  ...{
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ı: 'i',
    ə: 'a',
    ħ: 'h',
    ŋ: 'n',
    ĸ: 'k',
  },
};
const ALPHABETS: Readonly<Record<string, string>> = { ...SPECIAL, ...CYRILLIC, ...GREEK };
const ABJADS: Readonly<Record<string, string>> = { ...ARABIC, ...HEBREW };

/** Accents, Arabic and Hebrew points, the marks of kana, joiners; the vowel signs of other scripts stay. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u3099\u309a\ufeff]|\u200c|\u200d/g;
const APOSTROPHES = /['’‘`´ʼʻ′]/g;
const WORD = /(?:[\p{L}\p{M}\p{N}]|\u200c|\u200d)+/gu;
/** Two words run together by mistake, "StateMechnikov"; short parts such as "Mc" are left alone. */
const RUN_TOGETHER = /(\p{Ll}{4})(?=\p{Lu}\p{Ll}{3})/gu;

/** The words of a text, each folded; "&" and punctuation only separate. */
export function foldWords(text: string): readonly FoldedWord[] {
  const plain = text.normalize('NFC').replace(RUN_TOGETHER, '$1 ').replace(APOSTROPHES, '').toLowerCase();
  return joinInitials(
    plain
      .match(WORD)
      ?.map(foldWord)
      .filter(({ text: folded }) => folded !== '') ?? [],
  );
}

function foldWord(word: string): FoldedWord {
  if (isIndic(word.codePointAt(0) ?? 0)) return { text: latinFromIndic(word), abjad: false };
  // Lower case once more: the compatibility form of a mathematical letter may be a capital.
  const bare = word.normalize('NFKD').toLowerCase().replace(MARKS, '').normalize('NFC');
  const abjad = [...bare].some((char) => ABJADS[char] !== undefined);
  if (abjad) return { text: spell(dropArabicArticle(bare), ABJADS), abjad };
  return { text: spell(bare.replaceAll('ου', 'ou'), ALPHABETS), abjad };
}

function spell(word: string, table: Readonly<Record<string, string>>): string {
  return [...word].map((char) => table[char] ?? char).join('');
}

/** "K S", "K.S." and "KS" are one word. */
function joinInitials(words: readonly FoldedWord[]): readonly FoldedWord[] {
  const joined: FoldedWord[] = [];
  let open = false;
  for (const word of words) {
    const initial = /^[a-z]$/.test(word.text);
    const last = joined.at(-1);
    if (initial && open && last !== undefined)
      joined[joined.length - 1] = { text: last.text + word.text, abjad: false };
    else joined.push(word);
    open = initial;
  }
  return joined;
}
