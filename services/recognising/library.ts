import type { LawBook } from '@testamur/engines/recognition';
import { type Registry, type RegistryViewer, registryViewOf } from '@testamur/engines/recognition/registry';
import { type LawFile, unpackLawFile } from './law-file.ts';
import { keepPreparedLaws, type LawOfDays } from './prepared-laws.ts';
import { type RegistryFile, unpackRegistryFile } from './registry-file.ts';

/** Everything that is known before a person comes: the law, and the registry of schools. The same in browser and server. */
export type Library = {
  readonly book: LawBook;
  readonly registry: Registry;
  /** The registry as rules ask it. */
  readonly view: RegistryViewer;
  readonly lawOf: LawOfDays;
};

export const makeLibrary = (book: LawBook, registry: Registry): Library => ({
  book,
  registry,
  view: registryViewOf(registry),
  lawOf: keepPreparedLaws(book),
});

export const openLibrary = (law: LawFile, registry: RegistryFile): Library =>
  makeLibrary(unpackLawFile(law), unpackRegistryFile(registry));
