/**
 * Where the browser finds the library: files that the build cut from it, each with its hash in its name, so that a copy in the
 * cache is never out of date and never asked for again. The page knows the addresses and tells them to its workers, so that both
 * take the same copy.
 */
export { loadFile } from './load-file.ts';

const LABELS = import.meta.glob<string>('../../../.cache/library/labels/*.json', {
  query: '?url',
  import: 'default',
  eager: true,
});
export const byName = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(files).map(([file, url]) => [
      file.replace(/^.*\/|\.json$/g, ''),
      new URL(url, import.meta.url).href,
    ]),
  );

/** A page of a published rule base says where its law is; every other takes the law that came with the portal. */
const published: Partial<Record<string, string>> & {
  readonly packs?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
} = JSON.parse(globalThis.document?.getElementById('library-files')?.textContent ?? '{}');

const PORTAL_FILES = {
  vocabulary: new URL('../../../.cache/library/vocabulary.json', import.meta.url).href,
  law: new URL('../../../.cache/library/law.json', import.meta.url).href,
  registry: new URL('../../../.cache/library/registry.json', import.meta.url).href,
  world: new URL('../../../.cache/library/world.json', import.meta.url).href,
  edition: new URL('../../../.cache/library/edition.json', import.meta.url).href,
  samples: new URL('../../../.cache/library/samples.json', import.meta.url).href,
  search: new URL('../../../.cache/library/search.json', import.meta.url).href,
  /** By language: the texts of the vocabulary and of the shared steps. */
  labels: byName(LABELS),
} as const;

export type LibraryFiles = {
  readonly [Name in keyof typeof PORTAL_FILES]: (typeof PORTAL_FILES)[Name];
};

export const LIBRARY_FILES: LibraryFiles = { ...PORTAL_FILES, ...published };
/** By pack, in a published rule base. */
export const PUBLISHED_PACKS = published.packs;
