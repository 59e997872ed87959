/** What printing needs besides the law: typesetter, and the words of the reader's language. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { documentLanguages, type Tongue, type Typesetter } from '@testamur/adapters/documents';
import type { Phrasebook, Translation } from '@testamur/engines/recognition';

export type Press = {
  readonly typesetter: Typesetter;
  /** Nothing for the language of the packs, and for languages in which nothing is printed. */
  readonly tongueOf: (language: string) => Tongue | undefined;
};

/** The phrasebooks are those of the portal, so that screen and paper say the same. Each is read when it is first asked for. */
export function makePress(typesetter: Typesetter, translations: readonly Translation[]): Press {
  const { resolve } = createRequire(import.meta.url);
  const held = new Map<string, Tongue>();
  const openTongue = ({ language, labels }: Translation): Tongue => {
    const file = resolve(`@testamur/portal/phrases/${language}.json`);
    const phrases = JSON.parse(readFileSync(file, 'utf8')) as Phrasebook;
    const tongue = { labels, phrases };
    held.set(language, tongue);
    return tongue;
  };
  return {
    typesetter,
    tongueOf: (asked) => {
      const language = asked.toLowerCase().split('-')[0] ?? '';
      const translation = translations.find((each) => each.language === language);
      if (translation === undefined || !documentLanguages().includes(language)) return undefined;
      return held.get(language) ?? openTongue(translation);
    },
  };
}
