import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

const OWNER_ONLY = { folder: 0o700, file: 0o600 };
const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: OWNER_ONLY.folder });
}

export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Whether this call made the file: it appears whole and on the disk, and only if there was none. */
export function createDurably(file: string, content: Uint8Array): boolean {
  const folder = path.dirname(file);
  makeFolder(folder);
  const part = `${file}.${randomBytes(6).toString('hex')}.part`;
  const handle = openSync(part, 'wx', OWNER_ONLY.file);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(part, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(part, { force: true });
    syncFolder(folder);
  }
  return true;
}

/** Random bytes over what the file held, then it goes. A file that is not there is no fault. */
export function overwriteAndRemove(file: string): void {
  let handle: number;
  try {
    handle = openSync(file, 'r+');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  try {
    writeSync(handle, randomBytes(statSync(file).size), 0, undefined, 0);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(file, { force: true });
  syncFolder(path.dirname(file));
}

export function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** What tells one state of a file from another, or undefined where there is none. */
export function markOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat && `${stat.ino}.${stat.mtimeMs}.${stat.size}`;
}
