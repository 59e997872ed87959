import { type LawFile, type Library, openLibrary } from '@testamur/services/recognising';
import type { Locale } from '../language/languages.ts';
import {
  type CutLaw,
  type CutRegistry,
  type Edition,
  joinLaw,
  joinRegistry,
  type PackFile,
  type VocabularyFile,
  withWords,
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

const lawFile = onceLoaded(async () => {
  const { law, vocabulary } = await files;
  return joinLaw(...(await Promise.all([loadFile<CutLaw>(law), loadFile<VocabularyFile>(vocabulary)])));
});
const registryFile = onceLoaded(async () =>
  joinRegistry(await loadFile<CutRegistry>((await files).registry)),
);

/** Comes with the first words: what is shown names the version of the law it rests on. */
const edition = onceLoaded(async () => loadFile<Edition>((await files).edition));

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
  const [law, registry] = await Promise.all([packsHere(), registryFile()]);
  return openLibrary(law, registry);
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
export const packsHere = async (): Promise<LawFile> =>
  withWords(await lawFile(), worded, worded.size === 0 ? { hashes: {} } : await edition());
