import type { LawBook } from '@testamur/engines/recognition';
import type { Registry } from '@testamur/engines/recognition/registry';
import { type LawFile, unpackLawFile } from './law-file.ts';
import { type RegistryFile, unpackRegistryFile } from './registry-file.ts';

/** Everything that is known before a person comes: the law, and the registry of schools. The same in browser and server. */
export type Library = { readonly book: LawBook; readonly registry: Registry };

export function openLibrary(law: LawFile, registry: RegistryFile): Library {
  return { book: unpackLawFile(law), registry: unpackRegistryFile(registry) };
}
