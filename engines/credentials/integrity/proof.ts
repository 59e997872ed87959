/** One Data Integrity proof (Data Integrity 1.0 section 2.1), read strictly: what is not known here might change what it means. */
import { err, type Json, ok, type Result } from '@testamur/engines/kernel';
import { fromBase58 } from '../bytes/base58.ts';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { isPurpose, type Purpose } from '../keys/key-document.ts';
import { parseInstant } from '../model/instant.ts';
import { isMembers, isUrl, listOf, type Members } from '../model/members.ts';
import { isSuite, type Suite } from './suites.ts';

export type Proof = {
  readonly suite: Suite;
  readonly purpose: Purpose;
  /** The name of the key. */
  readonly method: string;
  readonly signature: Uint8Array;
  readonly id?: string;
  /** Milliseconds since 1970; said by whoever signed. */
  readonly createdAt?: number;
  readonly expiresAt?: number;
  readonly domains: readonly string[];
  readonly challenge?: string;
  readonly previous: readonly string[];
  /** Word for word. */
  readonly source: Members;
};

const NAMES: ReadonlySet<string> = new Set([
  ...[
    '@context',
    'id',
    'type',
    'cryptosuite',
    'created',
    'expires',
    'verificationMethod',
    'proofPurpose',
    'domain',
  ],
  ...['challenge', 'nonce', 'previousProof', 'proofValue'],
]);

/** @param value untrusted */
export function parseProof(value: Json): Result<Proof, CredentialsProblem> {
  if (!isMembers(value)) return err(malformed('is no object'));
  const { type, cryptosuite, proofPurpose, verificationMethod, proofValue } = value;
  if (typeof type !== 'string' || typeof proofPurpose !== 'string')
    return err(malformed('has no type or no purpose'));
  if (type !== 'DataIntegrityProof' || !isSuite(cryptosuite))
    return err(
      refuse(
        'CREDENTIALS_SUITE_UNKNOWN',
        `A proof of the kind ${JSON.stringify(cryptosuite ?? type).slice(0, 60)} is not known here.`,
      ),
    );
  const strange = Object.keys(value).find((name) => !NAMES.has(name));
  if (strange !== undefined)
    return err(malformed(`holds ${JSON.stringify(strange.slice(0, 40))}, which is not known here`));
  if (!isPurpose(proofPurpose)) return err(malformed('has a purpose that is not known here'));
  if (typeof verificationMethod !== 'string' || !isUrl(verificationMethod))
    return err(refuse('CREDENTIALS_KEY_NAME', 'The proof does not name its key by a URL.'));
  if (typeof proofValue !== 'string' || !proofValue.startsWith('z'))
    return err(malformed('has no value in base58'));
  const signature = fromBase58(proofValue.slice(1));
  if (!signature.ok) return err(malformed('has no value in base58'));
  const rest = readRest(value);
  return rest.ok
    ? ok({
        suite: cryptosuite,
        purpose: proofPurpose,
        method: verificationMethod,
        signature: signature.value,
        ...rest.value,
        source: value,
      })
    : rest;
}

type Rest = Pick<Proof, 'id' | 'createdAt' | 'expiresAt' | 'domains' | 'challenge' | 'previous'>;

function readRest({
  id,
  created,
  expires,
  domain,
  challenge,
  nonce,
  previousProof,
}: Members): Result<Rest, CredentialsProblem> {
  const times = [created, expires].map((time) => (time === undefined ? undefined : parseInstant(time)));
  const [createdAt, expiresAt] = times;
  if (createdAt?.ok === false) return createdAt;
  if (expiresAt?.ok === false) return expiresAt;
  if (id !== undefined && !isUrl(id)) return err(malformed('has an id that is no URL'));
  const [domains, previous] = [listOf(domain), listOf(previousProof)];
  if (!domains.every(isText) || (domain !== undefined && domains.length === 0))
    return err(malformed('has a domain that is no text'));
  if (!previous.every(isUrl) || (previousProof !== undefined && previous.length === 0))
    return err(refuse('CREDENTIALS_PROOF_CHAIN', 'The proof does not name the proof before it by a URL.'));
  if ((challenge !== undefined && !isText(challenge)) || (nonce !== undefined && !isText(nonce)))
    return err(malformed('has a challenge or a nonce that is no text'));
  return ok({
    ...(id === undefined ? {} : { id }),
    ...(createdAt === undefined ? {} : { createdAt: createdAt.value }),
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.value }),
    domains,
    ...(challenge === undefined ? {} : { challenge }),
    previous,
  });
}

const isText = (value: Json): value is string => typeof value === 'string' && value !== '';

const malformed = (what: string): CredentialsProblem =>
  refuse('CREDENTIALS_PROOF_FORMAT', `A proof ${what}.`);
