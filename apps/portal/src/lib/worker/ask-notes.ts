import { callWorker } from './call-worker.ts';
import type { LawNotes } from './messages.ts';
import { NOTES_FILES } from './notes-files.ts';

/** The law as the screens need it, these packs with their sources and open questions. */
export const askNotes = (packs: readonly string[]): Promise<LawNotes> =>
  callWorker('readNotes', { packs, files: NOTES_FILES });
