/** Proof sets and chains (Data Integrity 1.0 sections 2.1.1, 2.1.2 and 4.4): which proofs are right, each with its key. */
import { err, type Json, ok, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { type FoundKey, findKey } from '../keys/find-key.ts';
import { KEY_LENGTHS } from '../keys/public-key.ts';
import { isMembers, listOf, type Members, without } from '../model/members.ts';
import type { World } from '../world.ts';
import { type HashData, hashByJcs, hashByRdfc } from './hash-data.ts';
import { type Proof, parseProof } from './proof.ts';
import { hashFor, SUITES } from './suites.ts';

export type ProvenProof = {
  readonly proof: Proof;
  readonly key: FoundKey;
  /** The document as it was signed: canonical JSON or canonical N-Quads. Nothing else of the document may be believed. */
  readonly signed: string;
};

/** Of each proof of the document, in its order. */
export type ProofAnswer = Result<ProvenProof, CredentialsProblem>;

const MAX_PROOFS = 16;

/** @param document untrusted; its structure need not have been checked. */
export async function verifyProofs(document: Members, world: World): Promise<readonly ProofAnswer[]> {
  const sources = listOf(document['proof']);
  if (sources.length === 0) return [err(refuse('CREDENTIALS_PROOF_MISSING', 'Nobody has signed this.'))];
  if (sources.length > MAX_PROOFS)
    return [err(refuse('CREDENTIALS_PROOF_FORMAT', `More than ${MAX_PROOFS} proofs are not read.`))];
  const bare = without(document, 'proof');
  const answers: ProofAnswer[] = [];
  for (const source of sources) {
    const parsed = parseProof(source);
    const chained = parsed.ok ? withEarlier(bare, parsed.value, sources) : parsed;
    answers.push(
      parsed.ok && chained.ok
        ? await verifyProof(chained.value, parsed.value, world)
        : (chained as ProofAnswer),
    );
  }
  return answers.map((answer, place) => checkChain(answer, place, { answers, sources }));
}

/** A proof that builds on others signs them as well. */
function withEarlier(
  bare: Members,
  { previous }: Proof,
  sources: readonly Json[],
): Result<Members, CredentialsProblem> {
  if (previous.length === 0) return ok(bare);
  const earlier = previous.map((id) => sources.filter((each) => isMembers(each) && each['id'] === id));
  if (earlier.some(({ length }) => length !== 1))
    return err(refuse('CREDENTIALS_PROOF_CHAIN', 'A proof builds on one that is not there, or there twice.'));
  return ok({ ...bare, proof: earlier.flat() });
}

type Whole = { readonly answers: readonly ProofAnswer[]; readonly sources: readonly Json[] };

/** A link is as good as those before it. */
function checkChain(answer: ProofAnswer, place: number, { answers, sources }: Whole): ProofAnswer {
  const seen = new Set([place]);
  const waiting = [place];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const from = answers[next];
    if (from?.ok !== true) return next === place ? answer : err(brokenChain());
    for (const id of from.value.proof.previous) {
      const before = sources.findIndex((each) => isMembers(each) && each['id'] === id);
      if (before === place) return err(brokenChain());
      if (!seen.has(before)) waiting.push(before);
      seen.add(before);
    }
  }
  return answer;
}

const brokenChain = (): CredentialsProblem =>
  refuse('CREDENTIALS_PROOF_CHAIN', 'A proof builds on one that is not right, or on itself.');

async function verifyProof(document: Members, proof: Proof, world: World): Promise<ProofAnswer> {
  const found = await findKey({ method: proof.method, purpose: proof.purpose }, world);
  if (!found.ok) return found;
  const { key } = found.value;
  if (!SUITES[proof.suite].keys.some((kind) => kind === key.kind))
    return err(
      refuse(
        'CREDENTIALS_KEY_KIND',
        `A key of the kind ${key.kind} does not make proofs of the kind ${proof.suite}.`,
      ),
    );
  if (proof.signature.length !== KEY_LENGTHS[key.kind].signature)
    return err(refuse('CREDENTIALS_PROOF_FORMAT', 'The signature is not as long as those of its key are.'));
  const data = await hashDataOf(document, proof, { found: found.value, world });
  if (!data.ok) return data;
  const isRight = await world.verify({ key, message: data.value.bytes, signature: proof.signature });
  return isRight
    ? ok({ proof, key: found.value, signed: data.value.signed })
    : err(
        refuse(
          'CREDENTIALS_SIGNATURE_WRONG',
          'The signature is not by the key that is named, over what is written.',
        ),
      );
}

type Where = { readonly found: FoundKey; readonly world: World };

async function hashDataOf(
  document: Members,
  { suite, source }: Proof,
  { found, world }: Where,
): Promise<Result<HashData, CredentialsProblem>> {
  const unsecured = {
    document,
    config: without(source, 'proofValue'),
    hash: hashFor(found.key.kind),
    ...(world.digest === undefined ? {} : { digest: world.digest }),
  };
  return SUITES[suite].form === 'jcs' ? hashByJcs(unsecured) : hashByRdfc(unsecured, world.contexts);
}
