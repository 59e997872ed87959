// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

/** What the build reads, and what it makes. */
const sources = ['engines', 'services', 'adapters', 'apps', 'packs', 'scripts', 'package-lock.json'];
const made = new Set(['node_modules', 'dist', 'build', '.svelte-kit', '.cache']);
const products = ['engines/dist', 'adapters/dist', 'apps/server/dist', 'apps/cli/dist', 'apps/portal/build'];
const stampFile = path.join(root, 'apps/server/dist/.built-from');

/** @param {string} place @param {(line: string) => void} emit */
function walk(place, emit) {
  const stat = statSync(place);
  if (!stat.isDirectory()) {
    if (!/\.(test\.ts|md)$/.test(place)) emit(`${path.relative(root, place)} ${stat.size} ${stat.mtimeMs}`);
    return;
  }
  for (const name of readdirSync(place).sort()) {
    if (!made.has(name)) walk(path.join(place, name), emit);
  }
}

/** A fingerprint of every source file's name, size and time: cheap enough to take at each start. */
export function fingerprintSources() {
  const hash = createHash('sha256').update(`BASE_PATH=${process.env.BASE_PATH ?? ''}\n`);
  for (const source of sources) {
    const place = path.join(root, source);
    if (existsSync(place)) walk(place, (line) => hash.update(`${line}\n`));
  }
  return hash.digest('hex');
}

/** True when every product is there and was made from the sources as they are now. */
export function isBuilt() {
  if (!products.every((product) => existsSync(path.join(root, product)))) return false;
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprintSources();
}

/** True when something that can be started is there, however old. */
export function hasProducts() {
  return products.every((product) => existsSync(path.join(root, product)));
}

/** @param {string} fingerprint taken before the build began, so that a change made meanwhile is not missed */
export function recordBuild(fingerprint) {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, fingerprint);
}
