import type { Result } from '@testamur/engines/kernel';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { PostgresProblem } from './errors.ts';
import { isFencedByThisRelease } from './fences/fit-fences.ts';
import { listAppliedMigrations } from './migrate.ts';
import { migrations } from './migrations/all.ts';

export type SchemaStatus = {
  readonly applied: readonly string[];
  /** What opening the database would apply. */
  readonly pending: readonly string[];
  /** What a newer release has applied. */
  readonly unknown: readonly string[];
  /** Whether functions, policies, grants and triggers are those of this release. */
  readonly isFenced: boolean;
};

/** How the schema of a database stands to this release, without changing it: open it with `isLeftAsFound`. */
export async function describeSchema(database: Database): Promise<Result<SchemaStatus, PostgresProblem>> {
  return database.write(async (trx) => {
    await sql`SET TRANSACTION READ ONLY`.execute(trx);
    const applied = await listAppliedMigrations(trx);
    const own = Object.keys(migrations).sort();
    return {
      applied: applied.filter((name) => own.includes(name)),
      pending: own.filter((name) => !applied.includes(name)),
      unknown: applied.filter((name) => !own.includes(name)),
      isFenced: await isFencedByThisRelease(trx),
    };
  });
}
