// @ts-check
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const folder = path.join(root, 'adapters/build');
const SHOWN = 20;

/**
 * Reads and checks the packs folder once and writes it as one JSON file, so that a start need not read YAML.
 * @returns {Promise<number>} an exit code
 */
export async function makeLibrary() {
  const { composeLibrary } = await import(path.join(root, 'apps/server/dist/index.js'));
  const library = composeLibrary(path.join(root, 'packs'));
  if (!library.ok) {
    for (const { message, hint } of library.error.slice(0, SHOWN)) console.error(message, hint ?? '');
    console.error('The packs cannot be read; see the lines above.');
    return 1;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'library.json.part'), JSON.stringify(library.value));
  renameSync(path.join(folder, 'library.json.part'), path.join(folder, 'library.json'));
  return 0;
}
