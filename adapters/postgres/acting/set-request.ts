import { sha256Hex } from '@testamur/engines/kernel';
import { type ActName, actorId, type Request } from '@testamur/services/authorising';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * Makes the transaction that of a request: a role that owns nothing, and who acts, where, when and why. All of it ends with the transaction.
 * One statement, so that a request costs one round trip more.
 */
export async function setRequest(
  trx: Transaction<Tables>,
  act: ActName | 'idempotency',
  request: Request,
): Promise<void> {
  const settings = {
    act,
    actor_kind: request.actor.kind,
    actor: actorId(request.actor) ?? '',
    organisation: request.organisation ?? '',
    at: request.at,
    site: request.site,
    reason: request.reason ?? '',
    approval: request.approval ?? '',
    token_hash: request.secret === undefined ? '' : sha256Hex(request.secret),
  };
  const each = Object.entries(settings).map(
    ([name, value]) => sql`set_config(${`testamur.${name}`}, ${value}, true)`,
  );
  await sql`SELECT set_config('role', 'testamur_app', true), ${sql.join(each)}`.execute(trx);
}
