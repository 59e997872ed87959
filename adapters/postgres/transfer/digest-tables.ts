import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { ARCHIVED, type TableDigest } from './archive.ts';

const PAGE = 2_000;

/** Every row of a table as the text of its JSON, in the order of its key, a page at a time. */
export async function* readRows(
  trx: Transaction<Tables>,
  { table, key }: (typeof ARCHIVED)[number],
): AsyncGenerator<string> {
  const order = sql.join(key.map((column) => sql.ref(column)));
  for (let offset = 0; ; offset += PAGE) {
    const page = await sql<{ row: string }>`
      SELECT to_jsonb(t)::text AS row FROM ${sql.table(table)} AS t ORDER BY ${order} LIMIT ${PAGE} OFFSET ${offset}`.execute(
      trx,
    );
    for (const { row } of page.rows) yield row;
    if (page.rows.length < PAGE) return;
  }
}

/** How many rows each table holds and what they are, as one hash: equal on two databases when their rows are. */
export async function digestTables(trx: Transaction<Tables>): Promise<readonly TableDigest[]> {
  const digests: TableDigest[] = [];
  for (const archived of ARCHIVED) {
    const hash = createHash('sha256');
    let rows = 0;
    for await (const row of readRows(trx, archived)) {
      hash.update(row).update('\n');
      rows += 1;
    }
    digests.push({ table: archived.table, rows, digest: hash.digest('hex') });
  }
  return digests;
}
