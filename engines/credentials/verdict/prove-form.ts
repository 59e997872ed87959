/** From the form in which it came to what was signed and by whom: the layers `form` and `crypto`. */
import { canonicalise, err, ok, type Result } from '@testamur/engines/kernel';
import { checkContexts } from '../contexts/check-signed-form.ts';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { type ProofAnswer, type ProvenProof, verifyProofs } from '../integrity/verify-proofs.ts';
import { verifyToken } from '../jose/vc-jwt.ts';
import { checkBadge, isBadge } from '../model/check-badge.ts';
import { checkCredential, idOf } from '../model/check-credential.ts';
import { type Members, without } from '../model/members.ts';
import type { Challenge } from '../sd-jwt/sd-jwt.ts';
import { verifySdJwtVc } from '../sd-jwt/sd-jwt-vc.ts';
import type { World } from '../world.ts';
import { type Finding, findingOf, pass } from './finding.ts';
import type { ReadInput } from './read-input.ts';

/** One signature that is right. */
export type Signature = {
  readonly method: string;
  readonly controller: string;
  /** Milliseconds since 1970, by its own words. */
  readonly claimedAt?: number;
  readonly expiresAt?: number;
};

export type Proven = {
  readonly form: Finding;
  readonly crypto: Finding;
  /** Only where `crypto` passes. */
  readonly document?: Members;
  readonly signed?: string;
  readonly signatures: readonly Signature[];
  /** Of an SD-JWT: whether its holder shows it. */
  readonly bound?: Result<true, CredentialsProblem>;
};

const failed = (form: Finding, crypto: Finding): Proven => ({ form, crypto, signatures: [] });
const unread = (): Finding => ({
  outcome: 'unknown',
  reason: 'It was not read as far as its signature.',
  evidence: [],
});

export async function proveForm(input: ReadInput, world: World, challenge?: Challenge): Promise<Proven> {
  if (input.form === 'data-integrity') return proveDocument(input.document, world);
  return input.form === 'vc+jwt' ? proveToken(input.text, world) : proveSdJwt(input.text, world, challenge);
}

/** Of the data model, which is needed to read on; and of badges, which is not. */
function checkForm(document: Members): { readonly wrong?: CredentialsProblem; readonly form: Finding } {
  const wrong = checkCredential(document);
  const asBadge = isBadge(document) ? checkBadge(document) : undefined;
  const form = asBadge === undefined ? pass('It is built as a credential.') : findingOf(asBadge);
  return wrong === undefined ? { form } : { wrong, form: findingOf(wrong) };
}

/** Where the statements were not signed but the text, its contexts still say what it means. */
function withContexts(form: Finding, document: Members, { contexts }: World): Finding {
  const problem = checkContexts(document['@context'] ?? [], contexts, ['@context']);
  return problem === undefined || form.outcome === 'fail' ? form : findingOf(problem);
}

async function proveDocument(document: Members, world: World): Promise<Proven> {
  const { wrong, form } = checkForm(document);
  if (wrong !== undefined) return failed(form, unread());
  const answers = await verifyProofs(document, world);
  const right = chooseRight(answers, idOf(document['issuer']));
  if (!right.ok) return failed(form, findingOf(right.error));
  const { proven, notJudged } = right.value;
  const crypto = pass('Its signature is right.', [
    ...proven.map(({ proof, key }) => `${proof.suite} by ${key.method}`),
    ...(notJudged > 0 ? [`${notJudged} more proofs are of kinds that are not known here`] : []),
  ]);
  const signatures = proven.map(signatureOf);
  return {
    form: withContexts(form, document, world),
    crypto,
    document: without(document, 'proof'),
    signed: proven[0]?.signed ?? '',
    signatures,
  };
}

const signatureOf = ({ proof, key }: ProvenProof): Signature => ({
  method: key.method,
  controller: key.controller,
  ...(proof.createdAt === undefined ? {} : { claimedAt: proof.createdAt }),
  ...(proof.expiresAt === undefined ? {} : { expiresAt: proof.expiresAt }),
});

type Right = { readonly proven: readonly ProvenProof[]; readonly notJudged: number };

/** No proof may be wrong; one at least must be right and made for claims. Those of unknown kinds say nothing, unless there are no others. */
function chooseRight(answers: readonly ProofAnswer[], issuer: unknown): Result<Right, CredentialsProblem> {
  const strange = answers.filter((answer) => !answer.ok && answer.error.code === 'CREDENTIALS_SUITE_UNKNOWN');
  const wrong = answers.find((answer) => !answer.ok && !strange.includes(answer));
  if (wrong?.ok === false) return wrong;
  const proven = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  const claims = proven.filter(({ proof }) => proof.purpose === 'assertionMethod');
  if (proven.length > 0 && claims.length === 0)
    return err(
      refuse(
        'CREDENTIALS_PROOF_PURPOSE',
        'The signature was made to show who somebody is, not to claim something.',
      ),
    );
  if (claims.length === 0 && strange[0] !== undefined) return strange[0] as Result<never, CredentialsProblem>;
  // What the issuer signed comes first: of a chain others have signed more.
  const ordered = [...claims].sort(
    (a, b) => Number(b.key.controller === issuer) - Number(a.key.controller === issuer),
  );
  return ok({ proven: ordered, notJudged: strange.length });
}

async function proveToken(text: string, world: World): Promise<Proven> {
  const token = await verifyToken(text, 'vc+jwt', world);
  if (!token.ok) return failed(pass('It is a token.'), findingOf(token.error));
  const { document, key, issuedAt } = token.value;
  const { wrong, form } = checkForm(document);
  if (wrong !== undefined) return failed(form, unread());
  const signature = {
    method: key.method,
    controller: key.controller,
    ...(issuedAt === undefined ? {} : { claimedAt: issuedAt }),
  };
  const crypto = pass('Its signature is right.', [`vc+jwt by ${key.method}`]);
  return {
    form: withContexts(form, document, world),
    crypto,
    document,
    signed: textOf(document),
    signatures: [signature],
  };
}

async function proveSdJwt(text: string, world: World, challenge?: Challenge): Promise<Proven> {
  const token = await verifySdJwtVc(text, world, challenge);
  if (!token.ok) return failed(pass('It is a token.'), findingOf(token.error));
  const { claims, issuer, method, bound } = token.value;
  const { iat } = claims;
  const signature = {
    method,
    controller: issuer,
    ...(typeof iat === 'number' ? { claimedAt: iat * 1000 } : {}),
  };
  const crypto = pass('Its signature is right.', [`dc+sd-jwt by ${method}`]);
  return {
    form: pass('It is built as an SD-JWT VC.'),
    crypto,
    document: claims,
    signed: textOf(claims),
    signatures: [signature],
    bound,
  };
}

function textOf(document: Members): string {
  const text = canonicalise(document);
  return text.ok ? text.value : '';
}
