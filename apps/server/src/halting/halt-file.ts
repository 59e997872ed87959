import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { HALT_SCOPES, type Halt, type HaltScope, isInstant } from '@testamur/services/authorising';

export type HaltFile = Halt & { readonly reason: string };

/**
 * A halt of this machine: a file, because the embedded database has one user, and because a file can be written when nothing else works. It is
 * looked at in every act that could be halted. One that cannot be read halts everything that writes: whoever put it there meant something.
 */
export function readHaltFile(file: string): Halt | undefined {
  try {
    const { scope, since } = JSON.parse(readFileSync(file, 'utf8')) as Partial<HaltFile>;
    const isWhole = HALT_SCOPES.some((known) => known === scope) && isInstant(since ?? '');
    return isWhole ? { scope: scope as HaltScope, since: since ?? '' } : unreadable(file);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : unreadable(file);
  }
}

function unreadable(file: string): Halt {
  const since = statSync(file, { throwIfNoEntry: false })?.mtime ?? new Date(0);
  return { scope: 'writes', since: since.toISOString() };
}

/** Whole or not at all. */
export function writeHaltFile(file: string, halt: HaltFile): void {
  writeFileSync(`${file}.draft`, `${JSON.stringify(halt)}\n`, { mode: 0o640, flush: true });
  renameSync(`${file}.draft`, file);
}

/** Whether there was one. */
export function removeHaltFile(file: string): boolean {
  const wasThere = statSync(file, { throwIfNoEntry: false }) !== undefined;
  rmSync(file, { force: true });
  return wasThere;
}
