/** The law that ships, read once for all test files of a worker: reading seventy packs costs seconds, and nobody changes what was read. */
import path from 'node:path';
import { loadLaw, loadPacks, type PackSet } from '@testamur/adapters/packs';

export const PACKS = path.resolve(import.meta.dirname, '../../packs');

let law: PackSet | undefined;
let packs: PackSet | undefined;

/** Without cases, stories and traceability. */
export function realLaw(): PackSet {
  law ??= loadLaw(PACKS);
  return law;
}

/** With them. */
export function realPacks(): PackSet {
  packs ??= loadPacks(PACKS);
  return packs;
}
