import type { EN } from './en.ts';

export type WordKey = keyof typeof EN;
/** A language has every sentence, or it does not compile. */
export type DocumentWords = Readonly<Record<WordKey, string>>;
/** A translation says of itself that no native speaker has read it yet. */
export type TranslatedWords = DocumentWords & { readonly unread: string };
