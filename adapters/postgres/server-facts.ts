import type { Result } from '@testamur/engines/kernel';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { PostgresProblem } from './errors.ts';
import { asKeeper } from './fsck/check-trail.ts';

export type ServerFacts = {
  readonly version: string;
  /** The clock of the database, milliseconds since 1970. */
  readonly at: number;
  /** When the newest audit event was recorded. */
  readonly latestEvent: number | undefined;
};

/** What a doctor asks a database. */
export const readServerFacts = (database: Database): Promise<Result<ServerFacts, PostgresProblem>> =>
  asKeeper(database, async (trx) => {
    const { rows } = await sql<{ version: string; at: string; latest: string | null }>`
      SELECT current_setting('server_version') AS version, (extract(epoch FROM clock_timestamp()) * 1000)::text AS at,
        (SELECT extract(epoch FROM max(recorded_at)) * 1000 FROM audit_events)::text AS latest`.execute(trx);
    const [row] = rows;
    return {
      version: row?.version ?? 'unknown',
      at: Number(row?.at),
      latestEvent: row?.latest == null ? undefined : Number(row.latest),
    };
  });
