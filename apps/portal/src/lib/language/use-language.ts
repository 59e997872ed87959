import { getContext, setContext } from 'svelte';
import type { Language } from './language.ts';

const KEY = Symbol('language');

/** Once, in the outermost layout. The language of a page stays: another one is another address, loaded anew. */
export function provideLanguage(language: Language): void {
  setContext(KEY, language);
}

/** While a component is made: `const { say, link } = useLanguage();` */
export const useLanguage = (): Language => getContext<Language>(KEY);
