import { sha256Hex } from '@testamur/engines/kernel';
import { type ActName, actorId, actorOf, type Request } from '@testamur/services/authorising';
import type { PersonKeys } from '@testamur/services/privacy';
import { sql, type Transaction } from 'kysely';
import { ERASED, placeOf, seal } from '../sealing/cipher.ts';
import { hashFor } from '../sealing/seal-value.ts';
import type { Tables } from '../tables.ts';

/**
 * Makes the transaction that of a request: a role that owns nothing, and who acts, where, when and why. All of it ends with the transaction.
 * One statement, so that a request costs one round trip more.
 */
export async function setRequest(
  trx: Transaction<Tables>,
  {
    act,
    request,
    keys,
  }: { readonly act: ActName | 'idempotency'; readonly request: Request; readonly keys: PersonKeys },
): Promise<void> {
  const settings = {
    act,
    actor_kind: request.actor.kind,
    actor: actorId(request.actor) ?? '',
    organisation: request.organisation ?? '',
    at: request.at,
    site: request.site,
    reason: sealReason(keys, request),
    subject: request.subject ?? '',
    approval: request.approval ?? '',
    mail_lookup: request.mail === undefined ? '' : hashFor(keys, 'people', 'mail', request.mail),
    identity_issuer: request.identity?.issuer ?? '',
    identity_lookup: request.identity ? hashFor(keys, 'identities', 'subject', request.identity.subject) : '',
    token_hash: request.secret === undefined ? '' : sha256Hex(request.secret),
  };
  const each = Object.entries(settings).map(
    ([name, value]) => sql`set_config(${`testamur.${name}`}, ${value}, true)`,
  );
  await sql`SELECT set_config('role', 'testamur_app', true), ${sql.join(each)}`.execute(trx);
}

/** Where a reason stands: in no row yet, as the event that will hold it has no number. */
export const REASON = placeOf('audit_events', 'reason', []);

/** Free words of whoever acts: they go into a trail that nobody can change, so they go there enciphered under the actor's key. */
function sealReason(keys: PersonKeys, request: Request): string {
  if (request.reason === undefined || request.reason === '') return '';
  const subject = request.subject ?? actorOf(request);
  // That somebody tried to act for an erased person is kept; the words would be about her.
  if (keys.find(subject).state === 'destroyed') return ERASED;
  return seal(keys, { subject, place: REASON }, request.reason);
}
