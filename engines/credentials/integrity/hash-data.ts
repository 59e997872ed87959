/** The bytes that a proof signs: the hash of what the proof says about itself, then the hash of the document (vc-di-eddsa and vc-di-ecdsa section 3). */
import { canonicalise, err, joinBytes, ok, type Result, utf8Of } from '@testamur/engines/kernel';
import { canonicalQuads, hashWith, type QuadHash, quadsOf } from '../contexts/canonical-quads.ts';
import type { ContextStore } from '../contexts/context-store.ts';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { type Members, without } from '../model/members.ts';
import { proofQuads } from './proof-quads.ts';

/** What was signed, in the form in which it was signed, and the bytes under the signature. */
export type HashData = { readonly bytes: Uint8Array; readonly signed: string };

export type Unsecured = {
  /** Without its proofs, except those that a chain includes. */
  readonly document: Members;
  /** The proof without its value. */
  readonly config: Members;
  readonly hash: QuadHash;
};

/** By JCS. The contexts must be the same in both: a reader takes the meaning from the document, the signature covers the proof's. */
export function hashByJcs({ document, config, hash }: Unsecured): Result<HashData, CredentialsProblem> {
  const [text, options] = [canonicalise(document), canonicalise(config)];
  if (!text.ok) return text;
  if (!options.ok) return options;
  if (config['@context'] !== undefined && !areSame(config['@context'], document['@context']))
    return err(
      refuse('CREDENTIALS_PROOF_CONTEXT', 'The contexts of the document are not those that were signed.'),
    );
  return ok(join(hash, options.value, text.value));
}

const areSame = (left: unknown, right: unknown): boolean => {
  const [a, b] = [left, right].map((value) => canonicalise(value ?? null));
  return a?.ok === true && b?.ok === true && a.value === b.value;
};

/** By RDFC-1.0. */
export async function hashByRdfc(
  { document, config, hash }: Unsecured,
  store: ContextStore,
): Promise<Result<HashData, CredentialsProblem>> {
  const quads = await canonicalQuads(document, store, hash);
  if (!quads.ok) return quads;
  const inContext = { ...without(config, '@context'), '@context': document['@context'] ?? [] };
  const direct = proofQuads(inContext);
  const options = direct === undefined ? await quadsOf(inContext, store, hash) : ok(direct);
  return options.ok ? ok(join(hash, options.value, quads.value)) : options;
}

function join(hash: QuadHash, options: string, document: string): HashData {
  const [first, second] = [options, document].map((text) => hashWith(hash, utf8Of(text)));
  return { bytes: joinBytes(first ?? new Uint8Array(), second ?? new Uint8Array()), signed: document };
}
