/** What a status list says of a credential, once the list itself has been judged. A list that is not had, not good or not theirs says nothing. */
import { err, hashOf, type Json, ok, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { idOf, validityOf } from '../model/check-credential.ts';
import { hasType, isMembers, listOf, type Members } from '../model/members.ts';
import { entryAt, unpackBits } from './bitstring.ts';
import type { StatusEntry } from './status-entry.ts';

/** A list whose crypto, issuer and time have been found good. */
export type GoodList = { readonly document: Members; readonly fetchedAt: number; readonly now: number };

export type StatusAnswer = {
  readonly purpose: string;
  readonly value: number;
  readonly message?: string;
  readonly listHash: string;
};

/** @param issuer of the credential; a list of somebody else could unsay what they have not said */
export function readStatus(
  entry: StatusEntry,
  list: GoodList,
  issuer: Json | undefined,
): Result<StatusAnswer, CredentialsProblem> {
  const { document } = list;
  const subject = listOf(document['credentialSubject'])[0];
  if (
    !hasType(document, 'BitstringStatusListCredential') ||
    !isMembers(subject) ||
    !hasType(subject, 'BitstringStatusList')
  )
    return err(refuse('CREDENTIALS_STATUS_LIST', 'What lies there is no status list.'));
  if (idOf(document['issuer']) !== issuer)
    return err(refuse('CREDENTIALS_STATUS_ISSUER', 'The list is of another issuer.'));
  if (!listOf(subject['statusPurpose']).includes(entry.purpose))
    return err(
      refuse(
        'CREDENTIALS_STATUS_PURPOSE',
        `The list is not for the purpose ${JSON.stringify(entry.purpose.slice(0, 40))}.`,
      ),
    );
  const stale = checkAge(subject, list);
  if (stale !== undefined) return err(stale);
  const encoded = subject['encodedList'];
  const bits = unpackBits(typeof encoded === 'string' ? encoded : '');
  if (!bits.ok) return bits;
  return readEntry(entry, bits.value, document);
}

function readEntry(
  entry: StatusEntry,
  bits: Uint8Array,
  document: Members,
): Result<StatusAnswer, CredentialsProblem> {
  const value = entryAt(bits, entry.index, entry.size);
  if (value === undefined)
    return err(
      refuse('CREDENTIALS_STATUS_INDEX', 'The list does not reach to the place of this credential.'),
    );
  const message = entry.messages.get(value);
  if (entry.messages.size > 0 && message === undefined)
    return err(
      refuse('CREDENTIALS_STATUS_MESSAGE', 'The list says something that the credential does not explain.'),
    );
  const hash = hashOf(document);
  const listHash = hash.ok ? hash.value : '';
  return ok({ purpose: entry.purpose, value, listHash, ...(message === undefined ? {} : { message }) });
}

/** Past its own end, or kept longer than it allows (`ttl`, milliseconds). */
function checkAge({ ttl }: Members, { document, fetchedAt, now }: GoodList): CredentialsProblem | undefined {
  const { until } = validityOf(document);
  const keptUntil = typeof ttl === 'number' && ttl >= 0 ? fetchedAt + ttl : Number.POSITIVE_INFINITY;
  return now >= Math.min(until ?? Number.POSITIVE_INFINITY, keptUntil)
    ? refuse('CREDENTIALS_STATUS_STALE', 'The list is older than it may be.')
    : undefined;
}

/** What an answer means for the credential. */
export function problemOfStatus({ purpose, value, message }: StatusAnswer): CredentialsProblem | undefined {
  if (value === 0 || purpose === 'refresh' || purpose === 'message') return undefined;
  const what = message === undefined ? '' : ` (${message})`;
  if (purpose === 'revocation') return refuse('CREDENTIALS_REVOKED', `It has been revoked${what}.`);
  if (purpose === 'suspension') return refuse('CREDENTIALS_SUSPENDED', `It is suspended${what}.`);
  return refuse(
    'CREDENTIALS_STATUS_KIND',
    `Its issuer has noted something for a purpose that is not known here${what}.`,
  );
}
