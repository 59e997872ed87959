import { type ActName, actorId, type Request } from '@testamur/services/authorising';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { keyIdOf, seal, unseal } from './seal.ts';

/** What the act answered when it was done under this key before; nothing when it was not, or the request has no key. */
export async function recallOutcome<T>(
  trx: Transaction<Tables>,
  act: ActName,
  request: Request,
): Promise<{ readonly value: T } | undefined> {
  const key = usableKey(request);
  if (key === undefined) return undefined;
  const found = await sql<{ outcome: string | null }>`
    SELECT fence.recall_outcome(${keyIdOf(request, key)}, ${act}) AS outcome`.execute(trx);
  const outcome = found.rows[0]?.outcome;
  return outcome ? (JSON.parse(unseal(request, key, outcome)) as { value: T }) : undefined;
}

/** Keeps it in the transaction of the act: both are there, or neither. */
export async function keepOutcome(
  trx: Transaction<Tables>,
  { act, request, value }: { readonly act: ActName; readonly request: Request; readonly value: unknown },
): Promise<void> {
  const key = usableKey(request);
  if (key === undefined) return;
  const sealed = seal(request, key, JSON.stringify({ value }));
  await sql`SELECT fence.keep_outcome(${keyIdOf(request, key)}, ${act}, ${sealed})`.execute(trx);
}

/** A key belongs to somebody: who is not signed in has none. */
const usableKey = ({ actor, idempotencyKey }: Request): string | undefined =>
  actorId(actor) === undefined ? undefined : idempotencyKey;
