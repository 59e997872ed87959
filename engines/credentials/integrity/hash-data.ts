/** The bytes that a proof signs: the hash of what the proof says about itself, then the hash of the document (vc-di-eddsa and vc-di-ecdsa section 3). */
import { canonicalise, err, type Json, joinBytes, ok, type Result, utf8Of } from '@testamur/engines/kernel';
import { type Digest, digestHere, type HashName } from '../bytes/digest.ts';
import { canonicalQuads, type Hashing, quadsOf } from '../contexts/canonical-quads.ts';
import type { ContextStore } from '../contexts/context-store.ts';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { listOf, type Members, without } from '../model/members.ts';
import { proofQuads } from './proof-quads.ts';

/** What was signed, in the form in which it was signed, and the bytes under the signature. */
export type HashData = { readonly bytes: Uint8Array; readonly signed: string };

export type Unsecured = {
  /** Without its proofs, except those that a chain includes. */
  readonly document: Members;
  /** The proof without its value. */
  readonly config: Members;
  readonly hash: HashName;
  readonly digest?: Digest;
};

/** By JCS. The contexts must be the same in both: a reader takes the meaning from the document, the signature covers the proof's. */
export function hashByJcs({ document, config, ...hashing }: Unsecured): Result<HashData, CredentialsProblem> {
  const [text, options] = [canonicalise(document), canonicalise(config)];
  if (!text.ok) return text;
  if (!options.ok) return options;
  if (config['@context'] !== undefined && !areSame(config['@context'], document['@context']))
    return err(
      refuse('CREDENTIALS_PROOF_CONTEXT', 'The contexts of the document are not those that were signed.'),
    );
  return ok(join(withDigest(hashing), options.value, text.value));
}

const areSame = (left: Json, right: Json | undefined): boolean => {
  const [one, two] = [listOf(left), listOf(right)];
  // Mostly the same addresses in the same order.
  if (
    Array.isArray(left) &&
    Array.isArray(right) &&
    one.length === two.length &&
    one.every((each, n) => typeof each === 'string' && each === two[n])
  )
    return true;
  const [a, b] = [left, right].map((value) => canonicalise(value ?? null));
  return a?.ok === true && b?.ok === true && a.value === b.value;
};

/** By RDFC-1.0. */
export async function hashByRdfc(
  { document, config, ...rest }: Unsecured,
  store: ContextStore,
): Promise<Result<HashData, CredentialsProblem>> {
  const hashing = withDigest(rest);
  const quads = await canonicalQuads(document, store, hashing);
  if (!quads.ok) return quads;
  const inContext = { ...without(config, '@context'), '@context': document['@context'] ?? [] };
  const direct = proofQuads(inContext);
  const options = direct === undefined ? await quadsOf(inContext, store, hashing) : ok(direct);
  return options.ok ? ok(join(hashing, options.value, quads.value)) : options;
}

const withDigest = ({ hash, digest = digestHere }: Pick<Unsecured, 'hash' | 'digest'>): Hashing => ({
  hash,
  digest,
});

function join({ hash, digest }: Hashing, options: string, document: string): HashData {
  const [first, second] = [options, document].map((text) => digest(hash, utf8Of(text)));
  return { bytes: joinBytes(first ?? new Uint8Array(), second ?? new Uint8Array()), signed: document };
}
