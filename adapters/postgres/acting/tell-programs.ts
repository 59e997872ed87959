import { type ActName, type Request, ruleOf } from '@testamur/services/authorising';
import { sql, type Transaction } from 'kysely';
import type { WantedJob } from '../jobs/send-jobs.ts';
import type { Tables } from '../tables.ts';

/**
 * One message to every endpoint of the organisation that is told of the act, in its transaction. It says which act, when and by whom; what was
 * done is fetched by whoever may. Written by the keeper, because whoever ended her own membership may write nothing there any more.
 */
export async function tellPrograms(
  trx: Transaction<Tables>,
  act: ActName,
  request: Request,
): Promise<readonly WantedJob[]> {
  const { organisation, actor, at } = request;
  if (ruleOf(act).told !== true || organisation === undefined) return [];
  const by = { kind: actor.kind, ...('id' in actor ? { id: actor.id } : {}) };
  const body = JSON.stringify({ type: act, timestamp: at, data: { organisation, by } });
  await sql`SELECT set_config('role', 'none', true)`.execute(trx);
  await sql`SELECT set_config('role', 'testamur_keeper', true)`.execute(trx);
  const told = await sql<{ message_id: string }>`
    INSERT INTO outbox (organisation_id, message_id, channel, kind, endpoint_id, body, created_at)
    SELECT organisation_id, gen_random_uuid(), 'webhook', ${act}, endpoint_id, ${body}::jsonb, ${at}
    FROM webhook_endpoints
    WHERE organisation_id = ${organisation} AND disabled_at IS NULL AND ${act} = ANY (kinds)
    RETURNING message_id`.execute(trx);
  return told.rows.map((row) => ({ queue: 'webhook', organisation, message: row.message_id }));
}
