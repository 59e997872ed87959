import { sha256Hex } from '@testamur/engines/kernel';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { writeFences } from './write-fences.ts';

/**
 * Brings functions, policies, grants and triggers to this release, in one transaction; nothing is done when they are of this release already.
 * They are no migrations: they hold no data, and the matrix from which they come may change with every release.
 */
export async function fitFences(db: Kysely<Tables>): Promise<'fitted' | 'unchanged'> {
  const fences = writeFences();
  const hash = sha256Hex(fences);
  return db.transaction().execute(async (trx) => {
    // Several processes may start at once on one database: the second one finds it done.
    await sql`LOCK TABLE schema_fences IN SHARE ROW EXCLUSIVE MODE`.execute(trx);
    const stored = await sql<{ content_hash: string }>`
      SELECT content_hash FROM schema_fences WHERE fences = 'platform'`.execute(trx);
    if (stored.rows[0]?.content_hash === hash) return 'unchanged';
    await sql.raw(fences).execute(trx);
    await sql`
      INSERT INTO schema_fences (fences, content_hash) VALUES ('platform', ${hash})
      ON CONFLICT (fences) DO UPDATE SET content_hash = excluded.content_hash`.execute(trx);
    return 'fitted';
  });
}

/** Whether the database has the fences of this release; one that has none yet has not. */
export async function isFencedByThisRelease(db: Kysely<Tables>): Promise<boolean> {
  const known = await sql<{
    known: boolean;
  }>`SELECT to_regclass('public.schema_fences') IS NOT NULL AS known`.execute(db);
  if (!known.rows[0]?.known) return false;
  const stored = await sql<{
    content_hash: string;
  }>`SELECT content_hash FROM schema_fences WHERE fences = 'platform'`.execute(db);
  return stored.rows[0]?.content_hash === sha256Hex(writeFences());
}
