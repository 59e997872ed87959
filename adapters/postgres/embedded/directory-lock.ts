import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { err, ok, type Result } from '@testamur/engines/kernel';
import { type PostgresProblem, refuse } from '../errors.ts';
import { readProcessStart } from './process-identity.ts';

/**
 * The embedded database does not lock its files: two processes would both seem to work and one would lose everything.
 * This lock is a file beside the directory that says who holds it. It is taken over only when that process is dead, never because it is old.
 */
export type DirectoryLock = { release(): void };

type Holder = { readonly pid: number; readonly startedAt: string; readonly host: string };

/** @param file the lock file, beside the directory that it guards */
export function acquireLock(file: string): Result<DirectoryLock, PostgresProblem> {
  const mine = JSON.stringify(describeMyself());
  if (createExclusively(file, mine)) return ok(lockHeld(file, mine));
  const found = readText(file);
  // Released between our two looks: one more try, and no more.
  if (found === undefined)
    return createExclusively(file, mine) ? ok(lockHeld(file, mine)) : err(inUse(file, undefined));
  const holder = parseHolder(found);
  if (!holder) return err(unreadable(file));
  if (!isDead(holder)) return err(inUse(file, holder));
  return takeOver(file, found, mine) ? ok(lockHeld(file, mine)) : err(inUse(file, undefined));
}

function describeMyself(): Holder {
  return { pid: process.pid, startedAt: readProcessStart(process.pid) ?? 'unknown', host: hostname() };
}

/** The file appears with its content in one step, so that nobody reads half of it. */
function createExclusively(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}.draft`;
  try {
    writeFileSync(draft, content);
    linkSync(draft, file);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return false;
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') return createWithoutLinks(file, content);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** For file systems that have no hard links. */
function createWithoutLinks(file: string, content: string): boolean {
  try {
    const handle = openSync(file, 'wx');
    writeFileSync(handle, content);
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Of several that find the same dead holder, one moves its file away; who moved a living one's by mistake puts it back. */
function takeOver(file: string, expected: string, mine: string): boolean {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return false;
  }
  const moved = readText(aside);
  if (moved !== expected && moved !== undefined) {
    createExclusively(file, moved);
    rmSync(aside, { force: true });
    return false;
  }
  rmSync(aside, { force: true });
  return createExclusively(file, mine);
}

function lockHeld(file: string, mine: string): DirectoryLock {
  return {
    release: () => {
      if (readText(file) === mine) rmSync(file, { force: true });
    },
  };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { pid, startedAt, host } = value as Record<string, unknown>;
    if (typeof pid !== 'number' || typeof startedAt !== 'string' || typeof host !== 'string')
      return undefined;
    return { pid, startedAt, host };
  } catch {
    return undefined;
  }
}

/** Of another machine's process nothing can be known here, so it is never called dead. */
function isDead(holder: Holder): boolean {
  if (holder.host !== hostname()) return false;
  return readProcessStart(holder.pid) !== holder.startedAt;
}

function inUse(file: string, holder: Holder | undefined): PostgresProblem {
  const who = holder
    ? `by process ${holder.pid} on ${holder.host}`
    : 'by another process that started just now';
  return refuse(
    'POSTGRES_DIRECTORY_IN_USE',
    `The data folder is in use ${who}. Two programs in one folder would destroy the data, so this one stops; nothing was changed.`,
    holder && holder.host !== hostname()
      ? `Stop Testamur on ${holder.host} first. If that machine is gone for good, delete ${file} and start again.`
      : 'Use the Testamur that is already running, stop it first, or set TESTAMUR_DATA to another folder.',
  );
}

function unreadable(file: string): PostgresProblem {
  return refuse(
    'POSTGRES_DIRECTORY_LOCK_UNREADABLE',
    `The lock ${file} does not say which process holds the data folder.`,
    `Make sure that no other Testamur uses this folder, then delete ${file} and start again.`,
  );
}
