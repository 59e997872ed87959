// @ts-check
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const library = path.join(root, 'adapters/build/library.json');
const folder = path.join(root, 'apps/portal/.cache/library');

/**
 * Cuts the library into the files that a browser loads when it needs them; Vite gives each a name with its hash.
 * The vocabulary comes apart from the law, so that the questions stand before the law has arrived.
 */
export function makePortalData() {
  const { law, registry, search } = JSON.parse(readFileSync(library, 'utf8'));
  const { sections, codeLists, groups } = law;
  write('vocabulary', { schema: 'testamur/vocabulary/1', sections, codeLists, groups });
  write('law', law);
  write('registry', registry);
  write('search', search);
}

/** @param {string} name @param {unknown} value */
function write(name, value) {
  mkdirSync(folder, { recursive: true });
  const part = path.join(folder, `${name}.json.part`);
  writeFileSync(part, JSON.stringify(value));
  renameSync(part, path.join(folder, `${name}.json`));
}
