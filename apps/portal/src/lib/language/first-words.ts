/**
 * For Vite: which words the list of results says before anything is loaded after it, read from its sources. Every key stands in them
 * as it is (the test of the catalogues sees to it), so none is missed.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const LIB = path.resolve(import.meta.dirname, '..');
const LIST = path.resolve(LIB, '../routes/results/+page.svelte');
/** What is loaded later is imported by a call, what is only a type by `import type`. */
const IMPORTS = /^\s*(?:import|export)\s+(?!type\b)(?:[^;'"]*?\sfrom\s+)?'((?:\$lib|\.{1,2})\/[^']+)'/gm;
const KEYS = /['"`]([a-z-]+\.[\w.-]+)['"`]/g;

/** @example firstWords().has('results.heading') // true */
export function firstWords(entry: string = LIST): ReadonlySet<string> {
  const files = new Set([entry]);
  const words = new Set<string>();
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const [, key = ''] of text.matchAll(KEYS)) words.add(key);
    for (const [, name = ''] of text.matchAll(IMPORTS)) {
      const next = name.startsWith('$lib/') ? path.join(LIB, name.slice(5)) : path.resolve(file, '..', name);
      if (/\.(ts|svelte)$/.test(next) && existsSync(next)) files.add(next);
    }
  }
  return words;
}
