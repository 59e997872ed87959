// @ts-check
/**
 * What `npm start` runs: it builds what is missing or out of date, then becomes the server in this same process.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hasProducts, isBuilt } from './lib/build-state.mjs';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

if (!isBuilt()) {
  const canBuild = existsSync(here('../node_modules/esbuild')) && existsSync(here('../node_modules/vite'));
  if (canBuild) {
    console.log('Building Testamur (some ten seconds, only when something has changed) …');
    const built = spawnSync(process.execPath, [here('./build.mjs')], { stdio: 'inherit' });
    if (built.status !== 0) process.exit(built.status ?? 1);
  } else if (!hasProducts()) {
    console.error(
      'Testamur is not built, and the tools to build it are not installed. Run npm ci, then npm start.',
    );
    process.exit(1);
  }
}

await import(new URL('../apps/server/dist/main.js', import.meta.url).href);
