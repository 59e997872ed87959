import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { sendJobs, type WantedJob } from './send-jobs.ts';

const AT_ONCE = 500;

/**
 * The outbox is the truth: a message that waits and has no job, after an import for instance, gets one. One whose job was given up waits for a
 * person. Keys of requests that nobody may repeat any more are forgotten. `isAlone`: no other process can be doing jobs, so that what is said to
 * be running was left by one that died.
 */
export async function sweepJobs(
  database: Database,
  { isAlone }: { readonly isAlone: boolean },
): Promise<void> {
  const swept = await database.write(async (trx) => {
    if (isAlone)
      await sql`UPDATE jobs.job SET state = 'retry', start_after = now() WHERE state = 'active'`.execute(trx);
    await sql`SELECT set_config('role', 'testamur_keeper', true)`.execute(trx);
    await sql`DELETE FROM idempotency_keys WHERE created_at <= now() - interval '24 hours'`.execute(trx);
    // A full bucket is as good as none.
    await sql`DELETE FROM allowances WHERE full_at <= now()`.execute(trx);
    const orphans = await sql<WantedJob>`
      SELECT channel AS queue, organisation_id AS organisation, message_id AS message FROM outbox o
      WHERE channel <> 'portal' AND sent_at IS NULL AND failed_at IS NULL AND withheld_at IS NULL
        AND NOT EXISTS (SELECT FROM jobs.job j
          WHERE j.name = o.channel AND j.singleton_key = o.message_id::text AND j.state <> 'completed')
      ORDER BY created_at LIMIT ${AT_ONCE}`.execute(trx);
    await sendJobs(trx, orphans.rows);
  });
  if (!swept.ok) throw new Error(swept.error.code);
}
