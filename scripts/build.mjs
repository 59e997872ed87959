// @ts-check
/**
 * Build everything that `npm start` and the command line run: the floors and apps with esbuild,
 * the portal with Vite, and the image of an empty database that makes the first start fast.
 */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { fingerprintSources, isBuilt, recordBuild } from './lib/build-state.mjs';
import { makeLibrary } from './lib/make-library.mjs';
import { makePortalData } from './lib/make-portal-data.mjs';
import { makeSnapshot } from './lib/make-snapshot.mjs';
import { pressTightly } from './lib/press-tightly.mjs';
import { root, runQuietly } from './lib/run.mjs';

/**
 * Every door of a floor: the folders that hold an index.ts, rooms and the few that lie inside a room.
 * @param {string} floor
 */
function doors(floor) {
  return readdirSync(path.join(root, floor), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'index.ts' && !/^(node_modules|dist|build)\b/.test(file))
    .map((file) => path.join(floor, file));
}

/**
 * @param {string} workspace
 * @param {string[]} entryPoints
 * @param {string} outbase
 */
async function bundle(workspace, entryPoints, outbase) {
  const outdir = path.join(root, workspace, 'dist');
  rmSync(outdir, { recursive: true, force: true });
  if (entryPoints.length === 0) return;
  await esbuild.build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    outbase,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: workspace === 'engines' || workspace === 'services' ? 'neutral' : 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
}

/** @returns {Promise<number>} an exit code */
async function build() {
  const fingerprint = fingerprintSources();
  rmSync(path.join(root, 'apps/server/dist/.built-from'), { force: true });
  for (const floor of ['engines', 'services']) await bundle(floor, doors(floor), floor);
  await bundle('adapters', [...doors('adapters'), 'adapters/postgres/embedded/pglite-worker.ts'], 'adapters');
  await bundle(
    'apps/server',
    ['index.ts', 'main.ts', 'api/judge-thread.ts'].map((file) => `apps/server/src/${file}`),
    'apps/server/src',
  );
  if (existsSync(path.join(root, 'apps/cli/src/index.ts'))) {
    await bundle('apps/cli', ['apps/cli/src/index.ts'], 'apps/cli/src');
  }
  const made = await makeLibrary();
  if (made !== 0) return made;
  await makePortalData();
  await makeSnapshot();
  const code = await runQuietly(
    path.join(root, 'node_modules/vite/bin/vite.js'),
    ['build', '--logLevel', 'warn'],
    {
      cwd: path.join(root, 'apps/portal'),
      // Whoever calls us may be a test runner, which sets another one.
      env: { NODE_ENV: 'production' },
    },
  );
  if (code !== 0) return code;
  await pressTightly(path.join(root, 'apps/portal', process.env.PORTAL_OUT ?? 'build'));
  recordBasePath();
  recordBuild(fingerprint);
  return 0;
}

/** The portal knows its base path from the build on; the server refuses another one. */
function recordBasePath() {
  const portal = path.join(root, 'apps/portal', process.env.PORTAL_OUT ?? 'build');
  writeFileSync(path.join(portal, 'base-path.txt'), process.env.BASE_PATH ?? '');
}

const onlyIfNeeded = process.argv.includes('--if-needed');
if (onlyIfNeeded && isBuilt()) process.exit(0);
process.exit(await build());
