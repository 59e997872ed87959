import { err, ok, type Result } from '@testamur/engines/kernel';
import { toBase58 } from '../bytes/base58.ts';
import type { ContextStore } from '../contexts/context-store.ts';
import { type CredentialsProblem, refuse } from '../errors.ts';
import type { Purpose } from '../keys/key-document.ts';
import { KEY_LENGTHS, type KeyKind, type Sign } from '../keys/public-key.ts';
import { formatInstant } from '../model/instant.ts';
import { isMembers, listOf, type Members, without } from '../model/members.ts';
import { hashByJcs, hashByRdfc } from './hash-data.ts';
import { hashFor, SUITES, type Suite } from './suites.ts';

export type Signing = {
  readonly suite: Suite;
  readonly keyKind: KeyKind;
  /** The name of the key, as others will look it up. */
  readonly method: string;
  readonly purpose: Purpose;
  /** Milliseconds since 1970. */
  readonly createdAt?: number;
  readonly expiresAt?: number;
  readonly id?: string;
  readonly challenge?: string;
  readonly domain?: string;
  /** Ids of proofs of the document that this one builds on. */
  readonly previous?: readonly string[];
  readonly sign: Sign;
  readonly contexts: ContextStore;
};

/** The document with one more proof (Data Integrity 1.0 section 4.2); those it has stay. */
export async function addProof(
  document: Members,
  signing: Signing,
): Promise<Result<Members, CredentialsProblem>> {
  const { form, keys } = SUITES[signing.suite];
  if (!keys.some((kind) => kind === signing.keyKind))
    return err(
      refuse(
        'CREDENTIALS_KEY_KIND',
        `A key of the kind ${signing.keyKind} does not make proofs of the kind ${signing.suite}.`,
      ),
    );
  const [bare, proofs] = [without(document, 'proof'), listOf(document['proof'])];
  const earlier = (signing.previous ?? []).map((id) =>
    proofs.find((each) => isMembers(each) && each['id'] === id),
  );
  if (earlier.includes(undefined))
    return err(
      refuse('CREDENTIALS_PROOF_CHAIN', 'The proof would build on one that the document does not have.'),
    );
  const secured =
    earlier.length === 0
      ? bare
      : { ...bare, proof: earlier.flatMap((each) => (each === undefined ? [] : [each])) };
  const config = configOf(signing, form === 'jcs' ? document['@context'] : undefined);
  const unsecured = { document: secured, config, hash: hashFor(signing.keyKind) };
  const data = form === 'jcs' ? hashByJcs(unsecured) : await hashByRdfc(unsecured, signing.contexts);
  if (!data.ok) return data;
  const signature = await signing.sign(data.value.bytes);
  if (signature.length !== KEY_LENGTHS[signing.keyKind].signature)
    return err(
      refuse(
        'CREDENTIALS_PROOF_FORMAT',
        'What signs answered with something that is no signature of its kind.',
      ),
    );
  const proof = { ...config, proofValue: `z${toBase58(signature)}` };
  return ok({ ...bare, proof: proofs.length === 0 ? proof : [...proofs, proof] });
}

function configOf(signing: Signing, context: Members[string] | undefined): Members {
  const { suite, method, purpose, createdAt, expiresAt, id, challenge, domain, previous = [] } = signing;
  return {
    ...(id === undefined ? {} : { id }),
    type: 'DataIntegrityProof',
    cryptosuite: suite,
    ...(createdAt === undefined ? {} : { created: formatInstant(createdAt) }),
    ...(expiresAt === undefined ? {} : { expires: formatInstant(expiresAt) }),
    verificationMethod: method,
    proofPurpose: purpose,
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain }),
    ...(previous.length === 0
      ? {}
      : { previousProof: previous.length === 1 ? (previous[0] as string) : previous }),
    ...(context === undefined ? {} : { '@context': context }),
  };
}
