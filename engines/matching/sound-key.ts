const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 's'],
  [/tch|tsch|ch|cz|ts|tz/g, 'C'],
  [/ph/g, 'f'],
  [/kh/g, 'h'],
  [/zh/g, 'z'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/bh/g, 'b'],
  [/gh/g, 'g'],
  [/ck|[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ee/g, 'i'],
  [/oo|ou/g, 'u'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/** Spellings that one name takes when it is romanised: Kharkiv and Harkiv, Lakhnau and Lahnau, -skiy, -sky and -skii. */
export function soundKey(folded: string): string {
  return SOUNDS.reduce((text, [sound, letter]) => text.replace(sound, letter), folded);
}

/** What is left of a word when only its consonants count: Tehran and طهران are both trn. */
export function consonantsOf(folded: string): string {
  return soundKey(folded)
    .toLowerCase()
    .replace(/[aeiouhvy]/g, '')
    .replace(/(.)\1+/g, '$1');
}
