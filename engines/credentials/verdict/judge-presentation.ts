/** Credentials shown by somebody to somebody, in answer to a question (VC Data Model 2.0 section 4.13). */
import { err, ok, parseJsonBytes, type Result, readUtf8, sha256Hex, utf8Of } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { verifyProofs } from '../integrity/verify-proofs.ts';
import { parseJws } from '../jose/compact-jws.ts';
import { CLOCK_MARGIN, verifyToken } from '../jose/vc-jwt.ts';
import { checkPresentation, idOf } from '../model/check-credential.ts';
import { hasType, isMembers, listOf, type Members } from '../model/members.ts';
import type { Challenge } from '../sd-jwt/sd-jwt.ts';
import type { World } from '../world.ts';
import { type Finding, findingOf, pass, worstOf } from './finding.ts';
import { judgeCredential, judgeInput } from './judge-credential.ts';
import type { Verdict } from './verdict.ts';

export type PresentationVerdict = {
  readonly outcome: Finding['outcome'];
  /** Whether whoever shows it signed, for you, now. */
  readonly holder: Finding;
  readonly holderId?: string;
  readonly credentials: readonly Verdict[];
};

const MAX_CREDENTIALS = 100;

/** @param bytes untrusted: JSON with proofs, or a vp+jwt */
export async function judgePresentation(
  bytes: Uint8Array,
  world: World,
  challenge: Challenge,
): Promise<PresentationVerdict> {
  const text = readUtf8(bytes)?.trim() ?? '';
  const shown = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/u.test(text)
    ? await openToken(text, world, challenge)
    : await openDocument(bytes, world, challenge);
  if (!shown.ok) {
    const holder = findingOf(shown.error);
    return { outcome: holder.outcome, holder, credentials: [] };
  }
  const { document, holderId } = shown.value;
  const credentials: Verdict[] = [];
  for (const each of listOf(document['verifiableCredential']).slice(0, MAX_CREDENTIALS))
    credentials.push(bindTo(holderId, await judgeEach(each, world)));
  const holder = pass('Whoever shows it signed it, for you, now.', [holderId]);
  const whole = credentials.flatMap((verdict) => Object.values(verdict.layers));
  const outcome =
    listOf(document['verifiableCredential']).length > MAX_CREDENTIALS
      ? 'unknown'
      : worstOf([holder, ...whole], holder).outcome;
  return { outcome, holder, holderId, credentials };
}

type Shown = { readonly document: Members; readonly holderId: string };

async function openDocument(
  bytes: Uint8Array,
  world: World,
  challenge: Challenge,
): Promise<Result<Shown, CredentialsProblem>> {
  const json = parseJsonBytes(bytes);
  if (!json.ok) return json;
  if (!isMembers(json.value))
    return err(refuse('CREDENTIALS_PRESENTATION_FORMAT', 'This is no presentation.'));
  const wrong = checkPresentation(json.value);
  if (wrong !== undefined) return err(wrong);
  const answers = await verifyProofs(json.value, world);
  const bad = answers.find((answer) => !answer.ok);
  if (bad?.ok === false) return bad;
  const named = idOf(json.value['holder']);
  for (const answer of answers) {
    if (!answer.ok) continue;
    const { proof, key } = answer.value;
    if (proof.purpose !== 'authentication')
      return err(
        refuse(
          'CREDENTIALS_PROOF_PURPOSE',
          'The signature was made to claim something, not to show who somebody is.',
        ),
      );
    if (proof.challenge !== challenge.nonce)
      return err(refuse('CREDENTIALS_NONCE', 'It was made in answer to another question.'));
    if (!proof.domains.includes(challenge.audience))
      return err(refuse('CREDENTIALS_AUDIENCE', 'It was made for another verifier.'));
    const stale = checkFresh(proof.createdAt, world.now, challenge);
    if (stale !== undefined) return err(stale);
    if (named !== undefined && named !== key.controller) return err(otherHolder());
    return ok({ document: json.value, holderId: key.controller });
  }
  return err(refuse('CREDENTIALS_PROOF_MISSING', 'Nobody has signed this.'));
}

async function openToken(
  text: string,
  world: World,
  challenge: Challenge,
): Promise<Result<Shown, CredentialsProblem>> {
  const jws = parseJws(text);
  if (!jws.ok) return jws;
  const token = await verifyToken(text, 'vp+jwt', world);
  if (!token.ok) return token;
  const { document, key, issuedAt } = token.value;
  const wrong = checkPresentation(document);
  if (wrong !== undefined) return err(wrong);
  const { aud, nonce } = jws.value.payload;
  if (nonce !== challenge.nonce)
    return err(refuse('CREDENTIALS_NONCE', 'It was made in answer to another question.'));
  if (!listOf(aud).includes(challenge.audience))
    return err(refuse('CREDENTIALS_AUDIENCE', 'It was made for another verifier.'));
  const stale = checkFresh(issuedAt, world.now, challenge);
  if (stale !== undefined) return err(stale);
  const named = idOf(document['holder']);
  return named === undefined || named === key.controller
    ? ok({ document, holderId: key.controller })
    : err(otherHolder());
}

const otherHolder = (): CredentialsProblem =>
  refuse('CREDENTIALS_HOLDER_DIFFERS', 'It was signed by somebody else than the holder it names.');

function checkFresh(
  at: number | undefined,
  now: number,
  { maxAge = CLOCK_MARGIN }: Challenge,
): CredentialsProblem | undefined {
  return at === undefined || at > now + CLOCK_MARGIN || at < now - maxAge - CLOCK_MARGIN
    ? refuse('CREDENTIALS_STALE', 'It was made too long ago, later than now, or does not say when.')
    : undefined;
}

const ENVELOPE = /^data:application\/(vc\+jwt|dc\+sd-jwt)[;,](.+)$/u;

/** Embedded with its own proof, or a token in an envelope (section 4.13.1). */
async function judgeEach(value: unknown, world: World): Promise<Verdict> {
  const document = isMembers(value) ? value : {};
  if (!hasType(document, 'EnvelopedVerifiableCredential'))
    return judgeInput(
      { form: 'data-integrity', document },
      { world, options: {}, inputHash: sha256Hex(JSON.stringify(document)) },
    );
  const [, , token = ''] = ENVELOPE.exec(String(document['id'])) ?? [];
  return judgeCredential(utf8Of(token), world);
}

/** A credential about somebody is shown by this very somebody. */
function bindTo(holderId: string, verdict: Verdict): Verdict {
  if (verdict.signed === undefined) return verdict;
  const subjects = listOf(verdict.signed.document['credentialSubject']).map((subject) =>
    isMembers(subject) ? subject['id'] : undefined,
  );
  const holder = subjects.every((id) => id === holderId)
    ? pass('It is about whoever shows it.', [holderId])
    : subjects.every((id) => id === undefined)
      ? {
          ...findingOf(refuse('CREDENTIALS_BINDING_MISSING', 'It does not say whom it is about.')),
          outcome: 'unknown' as const,
        }
      : findingOf(refuse('CREDENTIALS_HOLDER_DIFFERS', 'It is about somebody else than whoever shows it.'), [
          holderId,
        ]);
  return {
    ...verdict,
    layers: { ...verdict.layers, holder },
    outcome: worstOf(
      [...Object.values(verdict.layers).filter((each) => each !== verdict.layers.holder), holder],
      holder,
    ).outcome,
  };
}
