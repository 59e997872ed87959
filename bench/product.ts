/** The law and the registry that ship, and the sample dossiers, opened as the product opens them. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { loadPacks, readYaml } from '@testamur/adapters/packs';
import { loadRegistry, searchFileOf } from '@testamur/adapters/registry';
import { type Day, expectOk, parseDay } from '@testamur/engines/kernel';
import {
  type AssessmentRequest,
  type Library,
  openLibrary,
  packLawFile,
  packRegistryFile,
  readQuestion,
} from '@testamur/services/recognising';

export const PACKS = path.resolve(import.meta.dirname, '../packs');

const TODAY: Day = expectOk(parseDay('2026-11-22'), 'a literal of the bench');

export type Sample = { readonly name: string; readonly request: AssessmentRequest };

export function openProduct() {
  const set = loadPacks(PACKS);
  const registry = expectOk(loadRegistry(PACKS), 'the registry that ships');
  const library = openLibrary(packLawFile(set, set), packRegistryFile(registry.registry));
  return { library, search: searchFileOf(registry), samples: readSamples(library) };
}

function readSamples(library: Library): readonly Sample[] {
  const folder = path.join(PACKS, 'samples');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.map((file) => {
    const dossier = readYaml(path.join(folder, file)).value?.value;
    const request = readQuestion({ dossier }, { library, today: TODAY, latest: TODAY });
    return { name: path.basename(file, '.yaml'), request: expectOk(request, `the sample ${file}`) };
  });
}
