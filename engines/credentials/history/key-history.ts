/**
 * The life of an issuer's keys, as a signed document: a diploma is checked when those who signed it have long left. Replaced is not stolen:
 * what a replaced key signed stays good; what a stolen one signed is good only where something independent shows that it is older than the theft.
 */
import { err, type Json, ok, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { isPurpose, type Purpose } from '../keys/key-document.ts';
import { formatMultikey, parseMultikey } from '../keys/multikey.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { formatInstant, parseInstant } from '../model/instant.ts';
import { hasType, isMembers, isUrl, listOf, type Members } from '../model/members.ts';

export type KeyLife = {
  /** The name of the key in full. */
  readonly id: string;
  readonly key: PublicKey;
  readonly purposes: readonly Purpose[];
  /** All times in milliseconds since 1970. */
  readonly createdAt: number;
  /** From then on another signs. */
  readonly rotatedAt?: number;
  readonly retiredAt?: number;
  /** From then on somebody else may have had it. */
  readonly compromisedFrom?: number;
};

export type KeyHistory = {
  readonly controller: string;
  readonly issuedAt: number;
  readonly keys: readonly KeyLife[];
};

const MAX_KEYS = 10_000;
const TIMES = ['rotatedAt', 'retiredAt', 'compromisedFrom'] as const;

/** @param value untrusted, and not yet verified: `verifyKeyHistory` does both. */
export function parseKeyHistory(value: Json): Result<KeyHistory, CredentialsProblem> {
  if (!isMembers(value) || !hasType(value, 'KeyHistory')) return err(malformed('is none'));
  const issuedAt = parseInstant(value['issued']);
  const listed = listOf(value['key']);
  if (!isUrl(value['controller']) || !issuedAt.ok) return err(malformed('says neither whose nor when'));
  if (listed.length === 0 || listed.length > MAX_KEYS) return err(malformed('holds no keys, or too many'));
  const keys = listed.map(parseLife);
  const lives = keys.flatMap((life) => (life === undefined ? [] : [life]));
  if (lives.length < keys.length) return err(malformed('holds a key whose life cannot be read'));
  if (new Set(lives.map(({ id }) => id)).size < lives.length) return err(malformed('names two keys alike'));
  return ok({ controller: value['controller'], issuedAt: issuedAt.value, keys: lives });
}

function parseLife(value: Json): KeyLife | undefined {
  if (!isMembers(value)) return undefined;
  const { id, publicKeyMultibase, purpose, created } = value;
  const key = parseMultikey(typeof publicKeyMultibase === 'string' ? publicKeyMultibase : '');
  const createdAt = parseInstant(created);
  const purposes = listOf(purpose);
  if (!isUrl(id) || !key.ok || !createdAt.ok || !purposes.every(isPurpose)) return undefined;
  const times: Partial<Record<(typeof TIMES)[number], number>> = {};
  for (const name of TIMES) {
    if (value[name] === undefined) continue;
    const time = parseInstant(value[name]);
    if (!time.ok || (time.value < createdAt.value && name !== 'compromisedFrom')) return undefined;
    times[name] = time.value;
  }
  return { id, key: key.value, purposes, createdAt: createdAt.value, ...times };
}

/** The document to be signed, by a key of the history that may (`addProof` with eddsa-jcs-2022 or ecdsa-jcs-2019). */
export function formatKeyHistory({ controller, issuedAt, keys }: KeyHistory): Members {
  return {
    type: 'KeyHistory',
    controller,
    issued: formatInstant(issuedAt),
    key: keys.map(({ id, key, purposes, createdAt, ...times }) => ({
      id,
      type: 'Multikey',
      publicKeyMultibase: formatMultikey(key),
      purpose: purposes,
      created: formatInstant(createdAt),
      ...Object.fromEntries(
        TIMES.flatMap((name) => (times[name] === undefined ? [] : [[name, formatInstant(times[name])]])),
      ),
    })),
  };
}

const malformed = (what: string): CredentialsProblem =>
  refuse('CREDENTIALS_HISTORY_FORMAT', `The key history ${what}.`);
