import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { err, ok, type Result } from '@testamur/engines/kernel';
import type { LibraryProblem } from './errors.ts';
import type { LibraryFile } from './library-file.ts';

/** Reads the library that the build made from the packs folder. */
export function readLibrary(file: string = builtLibrary()): Result<LibraryFile, LibraryProblem> {
  if (!existsSync(file)) return err(notBuilt());
  const library = JSON.parse(readFileSync(file, 'utf8')) as LibraryFile;
  return library.schema === 'testamur/library/1' ? ok(library) : err(notBuilt());
}

function builtLibrary(): string {
  return createRequire(import.meta.url).resolve('@testamur/adapters/built-library');
}

function notBuilt(): LibraryProblem {
  return {
    code: 'LIBRARY_NOT_BUILT',
    message: 'The packs have not been made into a library yet, or by another release.',
    hint: 'Run npm run build, then try again.',
  };
}
