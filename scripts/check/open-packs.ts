import path from 'node:path';
import { loadPacks, type PackSet } from '@testamur/adapters/packs';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** The packs that ship; refuses names that are none of theirs. */
export function openPacks(wanted: readonly string[] = []): PackSet {
  const set = loadPacks(path.join(ROOT, 'packs'));
  const strange = wanted.filter((pack) => !set.suites.has(pack));
  if (strange.length > 0)
    throw new Error(`No such pack: ${strange.join(', ')}. There are ${[...set.suites.keys()].join(', ')}.`);
  return set;
}
