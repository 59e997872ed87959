// @ts-check
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { root } from './run.mjs';

/** Outside dist, so that a rebuild of the floors does not throw it away. */
const folder = path.join(root, 'adapters/build');
const image = path.join(folder, 'empty-database.tar');
const madeWith = path.join(folder, 'empty-database.version');

/** The version of the embedded database that is installed. */
function installedVersion() {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = path.join(path.dirname(entry), '..', 'package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}

/**
 * Creating a database takes seconds, loading the image of an empty one a fraction of that.
 * The image is made once per version of the embedded database.
 */
export async function makeSnapshot() {
  const version = installedVersion();
  if (existsSync(image) && existsSync(madeWith) && readFileSync(madeWith, 'utf8') === version) return;
  const database = await PGlite.create();
  const dump = await database.dumpDataDir('none');
  await database.close();
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${image}.part`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${image}.part`, image);
  writeFileSync(madeWith, version);
}
