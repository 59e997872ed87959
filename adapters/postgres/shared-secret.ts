import type { Result } from '@testamur/engines/kernel';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { PostgresProblem } from './errors.ts';

/**
 * The secret that every process on this database shares under a name. `fresh` (32 random bytes) becomes it when there is none yet. It is never
 * exported: another database draws its own.
 */
export function openSharedSecret(
  database: Database,
  name: string,
  fresh: Uint8Array,
): Promise<Result<Uint8Array, PostgresProblem>> {
  return database.write(async (trx) => {
    await sql`INSERT INTO shared_secrets (secret_name, secret) VALUES (${name}, ${Buffer.from(fresh)}) ON CONFLICT DO NOTHING`.execute(
      trx,
    );
    const stored = await sql<{
      secret: Buffer;
    }>`SELECT secret FROM shared_secrets WHERE secret_name = ${name}`.execute(trx);
    const [row] = stored.rows;
    if (row === undefined) throw new Error('The secret that was just kept is gone.');
    return new Uint8Array(row.secret);
  });
}
