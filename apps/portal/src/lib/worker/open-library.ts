import { type Library, openLibrary } from '@testamur/services/recognising';
import type { Locale } from '../language/languages.ts';
import {
  type CutLaw,
  type CutRegistry,
  joinLaw,
  joinRegistry,
  type PackFile,
  type VocabularyFile,
} from './cut-law.ts';
import type { LibraryFiles } from './library-files.ts';
import { loadFile } from './load-file.ts';
import type { Beginning, WordsAsked } from './messages.ts';

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

const parts = onceLoaded(async () => {
  const { vocabulary, registry } = await files;
  return Promise.all([
    lawFile(),
    loadFile<VocabularyFile>(vocabulary),
    loadFile<CutRegistry>(registry).then(joinRegistry),
  ]);
});

/** Packs that are here with their words: they become more, as pages ask for them. */
const worded = new Map<string, PackFile>();
let opened: { readonly words: number; readonly library: Promise<Library> } | undefined;

/** The law of every authority, these packs and what they use with their words. */
export async function library(asked?: WordsAsked): Promise<Library> {
  if (asked !== undefined) await loadWords(asked);
  if (opened?.words !== worded.size) opened = { words: worded.size, library: open() };
  const held = opened;
  held.library.catch(() => {
    if (opened === held) opened = undefined;
  });
  return held.library;
}

async function open(): Promise<Library> {
  const [law, vocabulary, registry] = await parts();
  return openLibrary(joinLaw(law, vocabulary, worded), registry);
}

async function loadWords({ packs, files: addresses }: WordsAsked): Promise<void> {
  const { packs: all } = await lawFile();
  const wanted = withUsed(packs, new Map(all.map(({ pack }) => [pack.pack, pack.uses])));
  const missing = [...wanted].filter((pack) => !worded.has(pack));
  const loaded = await Promise.all(
    missing.flatMap((pack) => (addresses[pack] === undefined ? [] : loadFile<PackFile>(addresses[pack]))),
  );
  for (const each of loaded) worded.set(each.pack.pack, each);
}

/** A rule may be another pack's, which may rest on a third's. */
function withUsed(
  packs: readonly string[],
  uses: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const wanted = new Set(packs.filter((pack) => uses.has(pack)));
  for (const pack of wanted) for (const used of uses.get(pack) ?? []) wanted.add(used);
  return wanted;
}

/** The packs as they are here, with their words where somebody asked for them. */
export async function packsHere(): Promise<CutLaw> {
  const law = await lawFile();
  return { ...law, packs: law.packs.map((each) => worded.get(each.pack.pack) ?? each) };
}
