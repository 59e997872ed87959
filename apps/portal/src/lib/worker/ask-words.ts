import { callWorker } from './call-worker.ts';
import type { LawNotes, WordsAsked } from './messages.ts';
import { PACK_FILES } from './pack-files.ts';

/** The words of these packs; of all, where none is named. */
export const wordsOf = (packs: readonly string[] = Object.keys(PACK_FILES)): WordsAsked => ({
  packs,
  files: PACK_FILES,
});

/** The law as the screens need it, these packs with their words. */
export const askNotes = (packs: readonly string[]): Promise<LawNotes> =>
  callWorker('readNotes', wordsOf(packs));
