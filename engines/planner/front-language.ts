/** The language that a test is of. */
import type { LawBook, Pack, Step } from '../recognition/index.ts';

/**
 * As the vocabulary says of the test (`of`), else the language of the pack whose own test it is, where that has one language.
 * Undefined where nobody has said it.
 */
export function languageOf(step: Step, owner: Pack | undefined, { vocabulary }: LawBook): string | undefined {
  const tests = vocabulary.codeLists.get('language-tests')?.entries ?? [];
  for (const effect of step.effects) {
    const test = 'list' in effect ? effect.entry['test'] : undefined;
    const language = tests.find(({ code }) => code === test)?.of;
    if (language !== undefined) return language;
  }
  return owner?.languages.length === 1 ? owner.languages[0] : undefined;
}
