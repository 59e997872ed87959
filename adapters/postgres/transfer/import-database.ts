import { err, type Result } from '@testamur/engines/kernel';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../database.ts';
import { type PostgresProblem, refuse } from '../errors.ts';
import { listAppliedMigrations } from '../migrate.ts';
import type { Tables } from '../tables.ts';
import { ARCHIVED, type ArchiveHead, type TableDigest, UNFENCED } from './archive.ts';
import { digestTables } from './digest-tables.ts';

class Refused {
  readonly problem: PostgresProblem;
  constructor(problem: PostgresProblem) {
    this.problem = problem;
  }
}

/**
 * Fills an empty database of the same release from an archive, all or nothing. At the end every table is read back and its rows, their number
 * and their hash are compared with the archive's; the fences stand before anybody else sees a row.
 */
export async function importDatabase(
  database: Database,
  lines: AsyncIterable<string>,
): Promise<Result<readonly TableDigest[], PostgresProblem>> {
  // An archive is read once; the work is therefore not tried again, and a database that asks for that is told to the caller.
  const source = lines[Symbol.asyncIterator]();
  try {
    return await database.write(async (trx) => {
      const head = await readHead(source);
      await checkFits(trx, head);
      await lowerFences(trx);
      await copyRows(trx, source);
      await raiseFences(trx);
      return await compare(trx, head);
    });
  } catch (error) {
    if (error instanceof Refused) return err(error.problem);
    throw error;
  }
}

async function readHead(source: AsyncIterator<string>): Promise<ArchiveHead> {
  const first = await source.next();
  const head = parseLine(first.done ? '' : first.value) as Partial<ArchiveHead> | undefined;
  if (head?.format === 'testamur/archive/1' && head.migrations && head.tables) return head as ArchiveHead;
  throw new Refused(
    refuse(
      'POSTGRES_ARCHIVE_UNREADABLE',
      'This is no archive of a Testamur database, or it is cut off.',
      'Give the file that `testamur db export` wrote.',
    ),
  );
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function checkFits(trx: Transaction<Tables>, head: ArchiveHead): Promise<void> {
  const own = await listAppliedMigrations(trx);
  if (own.join() !== head.migrations.join())
    throw new Refused(
      refuse(
        'POSTGRES_ARCHIVE_OTHER_RELEASE',
        `The archive was written with the schema ${head.migrations.at(-1)}, this database has ${own.at(-1)}. Nothing was changed.`,
        'Export and import with the same release of Testamur.',
      ),
    );
  await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
  await sql`SET LOCAL TimeZone = 'UTC'`.execute(trx);
  for (const { table } of ARCHIVED) {
    // What the product loads from its own files at start is replaced.
    if (table.startsWith('reference_')) continue;
    const found = await sql`SELECT FROM ${sql.table(table)} LIMIT 1`.execute(trx);
    if (found.rows.length > 0)
      throw new Refused(
        refuse(
          'POSTGRES_NOT_EMPTY',
          `The database holds rows already (${table}). Nothing was changed.`,
          'Import into an empty database.',
        ),
      );
  }
  await sql`SET LOCAL ROLE NONE`.execute(trx);
}

/** Rows come with their audit trail: nothing is recorded a second time, and the owner writes them itself. */
async function lowerFences(trx: Transaction<Tables>): Promise<void> {
  for (const { table } of ARCHIVED)
    await sql`ALTER TABLE ${sql.table(table)} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`.execute(trx);
  await sql`DELETE FROM reference_item`.execute(trx);
  await sql`DELETE FROM reference_set`.execute(trx);
}

async function raiseFences(trx: Transaction<Tables>): Promise<void> {
  for (const { table } of ARCHIVED) {
    const force = UNFENCED.has(table) ? sql`` : sql`, FORCE ROW LEVEL SECURITY`;
    await sql`ALTER TABLE ${sql.table(table)} ENABLE TRIGGER USER${force}`.execute(trx);
  }
}

const BATCH = 500;

async function copyRows(trx: Transaction<Tables>, source: AsyncIterator<string>): Promise<void> {
  let table = '';
  let rows: string[] = [];
  const flush = async () => {
    if (rows.length > 0)
      await sql`
        INSERT INTO ${sql.table(table)}
        SELECT * FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${`[${rows.join()}]`}::jsonb)`.execute(
        trx,
      );
    rows = [];
  };
  for (let next = await source.next(); !next.done; next = await source.next()) {
    const line = readRow(next.value);
    if (line.table !== table || rows.length >= BATCH) await flush();
    table = line.table;
    rows.push(line.row);
  }
  await flush();
}

/** The text of the row is passed on as it stands: a number in it may have more digits than ours have. */
function readRow(line: string): { readonly table: string; readonly row: string } {
  const [, table = '', row = ''] = /^\{"t":"([a-z_]+)","r":(\{.*\})\}\n?$/s.exec(line) ?? [];
  if (!ARCHIVED.some((one) => one.table === table) || parseLine(row) === undefined)
    throw new Refused(damaged('a line of it cannot be read'));
  return { table, row };
}

async function compare(trx: Transaction<Tables>, head: ArchiveHead): Promise<readonly TableDigest[]> {
  // Keys between tables are checked now, before the comparison says that all is well.
  await sql`SET CONSTRAINTS ALL IMMEDIATE`.execute(trx);
  await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
  const digests = await digestTables(trx);
  const other = digests.find((one, place) => JSON.stringify(one) !== JSON.stringify(head.tables[place]));
  if (other) throw new Refused(damaged(`the rows of ${other.table} are not those that were exported`));
  await sql`SET LOCAL ROLE NONE`.execute(trx);
  return digests;
}

const damaged = (why: string): PostgresProblem =>
  refuse(
    'POSTGRES_ARCHIVE_DAMAGED',
    `The archive is damaged: ${why}. Nothing was changed.`,
    'Export again, or use another copy of the file.',
  );
