import type { Result } from '@testamur/engines/kernel';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { PostgresProblem } from '../errors.ts';
import { listAppliedMigrations } from '../migrate.ts';
import type { Tables } from '../tables.ts';
import { ARCHIVED, type ArchiveHead } from './archive.ts';
import { digestTables, readRows } from './digest-tables.ts';

/**
 * Writes everything that the database holds as lines of JSON, in one snapshot: what is written is of one moment. It holds every secret that the
 * database does, so it is kept like one.
 */
export async function exportDatabase(
  database: Database,
  write: (line: string) => Promise<void>,
): Promise<Result<ArchiveHead, PostgresProblem>> {
  return database.write(async (trx) => {
    await sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`.execute(trx);
    const head = await describeDatabase(trx);
    await write(`${JSON.stringify(head)}\n`);
    for (const archived of ARCHIVED) {
      for await (const row of readRows(trx, archived)) await write(`{"t":"${archived.table}","r":${row}}\n`);
    }
    return head;
  });
}

/** What is in the database, without writing it out. */
export const digestDatabase = (database: Database): Promise<Result<ArchiveHead, PostgresProblem>> =>
  database.write(async (trx) => {
    await sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`.execute(trx);
    return describeDatabase(trx);
  });

/** The keeper may read every row, past the fences of tenants; it may change none of them. */
async function describeDatabase(trx: Transaction<Tables>): Promise<ArchiveHead> {
  const migrations = await listAppliedMigrations(trx);
  await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
  await sql`SET LOCAL TimeZone = 'UTC'`.execute(trx);
  return { format: 'testamur/archive/1', migrations, tables: await digestTables(trx) };
}
