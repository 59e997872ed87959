/** DID documents and controlled identifier documents: which keys somebody has, and for what (Controlled Identifiers 1.0). */
import { err, type Json, ok, quoteText, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { parseInstant } from '../model/instant.ts';
import { isMembers, listOf, type Members } from '../model/members.ts';
import { parseJwk } from './jwk.ts';
import { parseMultikey } from './multikey.ts';
import type { PublicKey } from './public-key.ts';

export const PURPOSES = [
  'assertionMethod',
  'authentication',
  'capabilityInvocation',
  'capabilityDelegation',
  'keyAgreement',
] as const;
export type Purpose = (typeof PURPOSES)[number];
export const isPurpose = (text: unknown): text is Purpose => PURPOSES.some((purpose) => purpose === text);

export type KeyEntry = {
  readonly id: string;
  readonly controller: string;
  readonly key: Result<PublicKey, CredentialsProblem>;
  /** Milliseconds since 1970. */
  readonly expiresAt?: number;
  readonly revokedAt?: number;
};

export type KeyDocument = {
  readonly id: string;
  readonly entries: ReadonlyMap<string, KeyEntry>;
  readonly purposes: Readonly<Record<Purpose, ReadonlySet<string>>>;
};

const MAX_ENTRIES = 200;

/** @param value untrusted; must be the document of `id`. */
export function parseKeyDocument(value: Json, id: string): Result<KeyDocument, CredentialsProblem> {
  if (!isMembers(value)) return err(malformed(id, 'is no object'));
  if (value['id'] !== id) return err(malformed(id, `is that of ${quoteText(String(value['id']))}`));
  const entries = new Map<string, KeyEntry>();
  const listed = [...listOf(value['verificationMethod'])];
  const purposes = {} as Record<Purpose, ReadonlySet<string>>;
  for (const purpose of PURPOSES) {
    const members = listOf(value[purpose]);
    // A key written out under a purpose serves this purpose only.
    listed.push(...members.filter(isMembers));
    purposes[purpose] = new Set(members.map((each) => absolute(isMembers(each) ? each['id'] : each, id)));
  }
  if (listed.length > MAX_ENTRIES) return err(malformed(id, `holds more than ${MAX_ENTRIES} keys`));
  for (const each of listed) {
    const entry = isMembers(each) ? readEntry(each, id) : undefined;
    if (entry === undefined) return err(malformed(id, 'holds a key without id and controller'));
    if (entries.has(entry.id)) return err(malformed(id, 'names two keys alike'));
    entries.set(entry.id, entry);
  }
  return ok({ id, entries, purposes });
}

function readEntry(entry: Members, documentId: string): KeyEntry | undefined {
  const { controller, expires, revoked } = entry;
  const id = absolute(entry['id'], documentId);
  if (id === '' || typeof controller !== 'string') return undefined;
  const [expiresAt, revokedAt] = [expires, revoked].map((time) =>
    time === undefined ? undefined : parseInstant(time),
  );
  if (expiresAt?.ok === false || revokedAt?.ok === false) return undefined;
  return {
    id,
    controller,
    key: readKey(entry),
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.value }),
    ...(revokedAt === undefined ? {} : { revokedAt: revokedAt.value }),
  };
}

function readKey({ type, publicKeyMultibase, publicKeyJwk }: Members): Result<PublicKey, CredentialsProblem> {
  if (publicKeyMultibase !== undefined && publicKeyJwk !== undefined)
    return err(refuse('CREDENTIALS_KEY_FORMAT', 'A key is written in two ways at once.'));
  if (type === 'Multikey' || type === 'Ed25519VerificationKey2020')
    return parseMultikey(typeof publicKeyMultibase === 'string' ? publicKeyMultibase : '');
  if (type === 'JsonWebKey' || type === 'JsonWebKey2020') return parseJwk(publicKeyJwk);
  return err(
    refuse('CREDENTIALS_KEY_KIND', `${quoteText(String(type))} is not a kind of key that is known here.`),
  );
}

function absolute(id: unknown, documentId: string): string {
  if (typeof id !== 'string') return '';
  return id.startsWith('#') ? documentId + id : id;
}

const malformed = (id: string, what: string): CredentialsProblem =>
  refuse('CREDENTIALS_DOCUMENT_FORMAT', `The key document of ${quoteText(id)} ${what}.`);
