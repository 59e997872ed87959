/**
 * Arabic with the further letters of Persian and Urdu. Short vowels are mostly not written, so a word of this script is
 * compared with a Latin word by its consonants.
 */
export const ARABIC: Readonly<Record<string, string>> = {
  ...{
    ا: 'a',
    أ: 'a',
    إ: 'i',
    آ: 'a',
    ٱ: 'a',
    ء: '',
    ؤ: 'w',
    ئ: 'y',
    ب: 'b',
    ت: 't',
    ث: 'th',
    ج: 'j',
    ح: 'h',
    خ: 'kh',
  },
  ...{
    د: 'd',
    ذ: 'dh',
    ر: 'r',
    ز: 'z',
    س: 's',
    ش: 'sh',
    ص: 's',
    ض: 'd',
    ط: 't',
    ظ: 'z',
    ع: 'a',
    غ: 'gh',
    ف: 'f',
  },
  ...{ ق: 'q', ك: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h', ة: 'a', و: 'w', ي: 'y', ى: 'a', ـ: '' },
  ...{
    پ: 'p',
    چ: 'ch',
    ژ: 'zh',
    گ: 'g',
    ک: 'k',
    ی: 'y',
    ٹ: 't',
    ڈ: 'd',
    ڑ: 'r',
    ں: 'n',
    ہ: 'h',
    ھ: 'h',
    ے: 'e',
    ۀ: 'h',
  },
};

/** The article is written onto the word: the same word is listed with and without it. */
export function dropArabicArticle(word: string): string {
  return word.length >= 5 && word.startsWith('ال') ? word.slice(2) : word;
}
