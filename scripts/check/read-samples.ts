import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Dossier } from '@testamur/engines/recognition';
import { parse } from 'yaml';
import { ROOT } from './open-packs.ts';

/** The sample dossiers, in the order of their names. */
export function readSamples(): readonly Dossier[] {
  const folder = path.join(ROOT, 'packs/samples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parse(readFileSync(path.join(folder, name), 'utf8')) as Dossier);
}
