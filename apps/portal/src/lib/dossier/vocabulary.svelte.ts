/** The words of the form, loaded once per tab. */
import type { Vocabulary } from '@testamur/engines/recognition';
import { SOURCE } from '../language/languages.ts';
import { pageLocale } from '../language/page-locale.ts';
import type { VocabularyFile } from '../worker/cut-law.ts';
import { LIBRARY_FILES, loadFile } from '../worker/library-files.ts';

let loaded = $state.raw<Vocabulary | undefined>();
let failure = $state<string | undefined>();
let asked = false;

async function load(): Promise<void> {
  try {
    const file = await loadFile<VocabularyFile>(LIBRARY_FILES.vocabulary);
    const english: Vocabulary = {
      sections: new Map(file.sections.map((section) => [section.section, section])),
      codeLists: new Map(file.codeLists.map((list) => [list.codes, list])),
      groups: new Map(file.groups.map((group) => [group.group, group])),
    };
    const locale = pageLocale();
    loaded =
      locale === SOURCE
        ? english
        : await (await import('./translate-words.ts')).translateWords(english, locale);
  } catch (error) {
    asked = false;
    failure = error instanceof Error ? error.message : String(error);
  }
}

/** Call it from an effect: it runs in the browser only. */
export function loadVocabulary(): void {
  if (asked) return;
  asked = true;
  failure = undefined;
  void load();
}

export const words = {
  get vocabulary(): Vocabulary | undefined {
    return loaded;
  },
  get failure(): string | undefined {
    return failure;
  },
};
