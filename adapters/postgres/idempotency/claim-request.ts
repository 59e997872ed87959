import type { Result } from '@testamur/engines/kernel';
import type { Request } from '@testamur/services/authorising';
import { sql, type Transaction } from 'kysely';
import { setRequest } from '../acting/set-request.ts';
import type { Database } from '../database.ts';
import type { PostgresProblem } from '../errors.ts';
import type { Tables } from '../tables.ts';
import { keyIdOf, seal, unseal } from './seal.ts';

/** `other`: the key was used with other content. `busy`: the same request is being answered now. */
export type Claim =
  | { readonly state: 'begun' }
  | { readonly state: 'busy' }
  | { readonly state: 'other' }
  | { readonly state: 'answered'; readonly answer: string };

export type Keyed = { readonly request: Request; readonly key: string };

/** A process that has claimed a request and not answered it for so long is taken for dead. */
const LEASE = '60 seconds';

/**
 * Requests that are sent again (draft-ietf-httpapi-idempotency-key-header): claimed before they are carried out, answered from what is kept
 * when they come again. An act in between keeps its own outcome in its own transaction (`outcomes.ts`), so that no crash makes it happen twice.
 *
 * @example
 * const claimed = await claimRequest(database, { request, key }, contentHash);
 */
export function claimRequest(
  database: Database,
  { request, key }: Keyed,
  contentHash: string,
): Promise<Result<Claim, PostgresProblem>> {
  return inRequest(database, request, async (trx) => {
    const answer = await sql<{ claim: readonly [Claim['state'], string?] }>`
      SELECT fence.claim_request(${keyIdOf(request, key)}, ${contentHash}, ${LEASE}::interval) AS claim`.execute(
      trx,
    );
    const [state, sealed = ''] = answer.rows[0]?.claim ?? ['busy'];
    return state === 'answered' ? { state, answer: unseal(request, key, sealed) } : { state };
  });
}

/** Keeps what was answered, for whoever asks again. */
export function keepAnswer(
  database: Database,
  { request, key }: Keyed,
  answer: string,
): Promise<Result<null, PostgresProblem>> {
  const sealed = seal(request, key, answer);
  return inRequest(database, request, async (trx) => {
    await sql`SELECT fence.keep_answer(${keyIdOf(request, key)}, ${sealed})`.execute(trx);
    return null;
  });
}

/** Lets the same request be tried again: it was refused or failed. */
export function releaseRequest(
  database: Database,
  { request, key }: Keyed,
): Promise<Result<null, PostgresProblem>> {
  return inRequest(database, request, async (trx) => {
    await sql`SELECT fence.release_request(${keyIdOf(request, key)})`.execute(trx);
    return null;
  });
}

const inRequest = <T>(
  database: Database,
  request: Request,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<Result<T, PostgresProblem>> =>
  database.write(async (trx) => {
    await setRequest(trx, 'idempotency', request);
    return work(trx);
  });
