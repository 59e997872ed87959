import type { LibraryFile } from '@testamur/adapters/library';
import { type Database, type PostgresProblem, seedReferenceSet } from '@testamur/adapters/postgres';
import type { Result } from '@testamur/engines/kernel';

/** Brings the reference tables up to this release, in one transaction; a start with the same library writes nothing. */
export function seedLibrary(
  database: Database,
  library: LibraryFile,
): Promise<Result<number, PostgresProblem>> {
  return database.write(async (transaction) => {
    let written = 0;
    for (const set of library.sets) written += (await seedReferenceSet(transaction, set)).written;
    return written;
  });
}
