import { openLibrary } from '@testamur/services/recognising';
import type { Locale } from '../language/languages.ts';
import {
  type CutLaw,
  type CutRegistry,
  joinLaw,
  joinRegistry,
  type NotesFile,
  type VocabularyFile,
} from './cut-law.ts';
import type { LibraryFiles } from './library-files.ts';
import { loadFile } from './load-file.ts';
import type { Beginning } from './messages.ts';

let hear: (told: Beginning) => void;

const beginning = new Promise<Beginning>((resolve) => {
  hear = resolve;
});

/** The page says where the files are, and in which language it is, before it asks anything. */
export const begin = (told: Beginning): void => hear(told);

export const files: Promise<LibraryFiles> = beginning.then((told) => told.files);
/** Undefined where nothing has to be translated. */
export const locale: Promise<Locale | undefined> = beginning.then((told) => told.locale);

/** Starts the work at the first call and keeps what came of it; a failure is not kept, so that the next call tries again. */
export function onceLoaded<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= load().catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
}

export const lawFile = onceLoaded(async () => loadFile<CutLaw>((await files).law));

/** Of a pack that there is none of: nothing. */
export async function notesFile(pack: string, url: string | undefined): Promise<NotesFile> {
  return url === undefined ? { pack, sources: [], openQuestions: [] } : loadFile<NotesFile>(url);
}

export const library = onceLoaded(async () => {
  const { vocabulary, registry } = await files;
  const [law, words, schools] = await Promise.all([
    lawFile(),
    loadFile<VocabularyFile>(vocabulary),
    loadFile<CutRegistry>(registry),
  ]);
  return openLibrary(joinLaw(law, words), joinRegistry(schools));
});
