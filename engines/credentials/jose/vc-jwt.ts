/** Credentials and presentations as JWT (VC-JOSE-COSE 1.0 section 3.1): the payload IS the document, there is no `vc` claim. */
import { err, ok, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { type FoundKey, findKey } from '../keys/find-key.ts';
import type { Purpose } from '../keys/key-document.ts';
import type { KeyKind, Sign } from '../keys/public-key.ts';
import { parseInstant } from '../model/instant.ts';
import { isMembers, isUrl, listOf, type Members } from '../model/members.ts';
import type { World } from '../world.ts';
import { checkJws, type Jws, makeJws, parseJws } from './compact-jws.ts';

export type TokenKind = 'vc+jwt' | 'vp+jwt';

export type ProvenToken = {
  readonly document: Members;
  readonly key: FoundKey;
  readonly header: Members;
  /** Milliseconds since 1970; said by whoever signed. */
  readonly issuedAt?: number;
};

const PURPOSE: Readonly<Record<TokenKind, Purpose>> = {
  'vc+jwt': 'assertionMethod',
  'vp+jwt': 'authentication',
};

/** Claims that a token may add to its document (section 3.3.1 and RFC 7519 section 4.1). */
const CLAIMS = ['iss', 'sub', 'jti', 'exp', 'nbf', 'iat', 'aud', 'nonce', 'cnf'] as const;

/** @param token untrusted */
export async function verifyToken(
  token: string,
  kind: TokenKind,
  world: World,
): Promise<Result<ProvenToken, CredentialsProblem>> {
  const jws = parseJws(token);
  if (!jws.ok) return jws;
  const claims = checkClaims(jws.value, kind, world.now);
  if (claims !== undefined) return err(claims);
  const method = methodOf(jws.value, kind);
  if (!method.ok) return method;
  const key = await findKey({ method: method.value, purpose: PURPOSE[kind] }, world);
  if (!key.ok) return key;
  const right = await checkJws(jws.value, key.value.key, world.verify);
  if (!right.ok) return right;
  const { header, payload } = jws.value;
  const { iat } = payload;
  return ok({
    document: documentOf(payload),
    key: key.value,
    header,
    ...(typeof iat === 'number' ? { issuedAt: iat * 1000 } : {}),
  });
}

/** Without the claims of the token. */
function documentOf(payload: Members): Members {
  const own: ReadonlySet<string> = new Set(CLAIMS);
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !own.has(name)));
}

function checkClaims({ header, payload }: Jws, kind: TokenKind, now: number): CredentialsProblem | undefined {
  if (header['typ'] !== kind)
    return refuse(
      'CREDENTIALS_JWT_TYPE',
      `The token says it is ${JSON.stringify(header['typ'] ?? 'nothing')}; ${kind} is read here.`,
    );
  if (payload['vc'] !== undefined || payload['vp'] !== undefined)
    return refuse(
      'CREDENTIALS_JWT_CLAIM',
      'The document is wrapped in a claim (vc, vp), as an older standard had it.',
      {
        hint: 'The payload of the token is the credential itself.',
      },
    );
  if (payload['proof'] !== undefined) return claim('holds a proof beside its signature');
  return checkTimes(payload, now) ?? checkNames(payload, kind);
}

function checkTimes({ exp, nbf, iat }: Members, now: number): CredentialsProblem | undefined {
  if (
    [exp, nbf, iat].some((time) => time !== undefined && (typeof time !== 'number' || Math.abs(time) > 1e11))
  )
    return claim('holds a time that is no number of seconds');
  if (typeof exp === 'number' && exp * 1000 <= now)
    return refuse('CREDENTIALS_EXPIRED', 'The token has expired.');
  if (typeof nbf === 'number' && nbf * 1000 > now)
    return refuse('CREDENTIALS_NOT_YET_VALID', 'The token is not valid yet.');
  if (typeof iat === 'number' && iat * 1000 > now + CLOCK_MARGIN)
    return refuse('CREDENTIALS_PROOF_IN_FUTURE', 'The token says it was made later than now.');
  return undefined;
}

/** Clocks differ by so many milliseconds without anybody meaning harm. */
export const CLOCK_MARGIN = 300_000;

/** What token and document both say must be the same. */
function checkNames(payload: Members, kind: TokenKind): CredentialsProblem | undefined {
  const { iss, sub, jti, id, credentialSubject } = payload;
  const owner = ownerOf(payload, kind);
  if (iss !== undefined && iss !== owner) return claim('names another issuer (iss) than its document');
  if (jti !== undefined && id !== undefined && jti !== id)
    return claim('has another id (jti) than its document');
  if (sub === undefined || kind === 'vp+jwt') return undefined;
  const subjects = listOf(credentialSubject).map((subject) =>
    isMembers(subject) ? subject['id'] : undefined,
  );
  return subjects.includes(sub) ? undefined : claim('has another subject (sub) than its document');
}

function ownerOf({ issuer, holder }: Members, kind: TokenKind): unknown {
  const owner = kind === 'vc+jwt' ? issuer : holder;
  return isMembers(owner) ? owner['id'] : owner;
}

/** The name of a key in full: as it stands, or the part behind `#` of its owner's name; without any, the owner's own, which may be a key. */
export function methodIn(owner: string, kid: unknown): string {
  if (isUrl(kid)) return kid;
  const part = typeof kid === 'string' ? kid.replace(/^#/u, '') : '';
  return part === '' ? owner : `${owner}#${part}`;
}

function methodOf({ header, payload }: Jws, kind: TokenKind): Result<string, CredentialsProblem> {
  const { kid } = header;
  const owner = ownerOf(payload, kind) ?? payload['iss'];
  if (isUrl(kid)) return ok(kid);
  if (typeof owner === 'string' && (kid !== undefined || owner.startsWith('did:key:')))
    return ok(methodIn(owner, kid));
  return err(refuse('CREDENTIALS_KEY_NAME', 'The token does not name its key (kid).'));
}

const claim = (what: string): CredentialsProblem => refuse('CREDENTIALS_JWT_CLAIM', `The token ${what}.`);

export type TokenSigning = {
  readonly kind: TokenKind;
  readonly keyKind: KeyKind;
  readonly method: string;
  readonly sign: Sign;
  /** Milliseconds since 1970. */
  readonly issuedAt?: number;
  /** Of a presentation: for whom, in answer to what. */
  readonly audience?: string;
  readonly nonce?: string;
};

/** The document as a token of this kind. */
export async function makeToken(
  document: Members,
  signing: TokenSigning,
): Promise<Result<string, CredentialsProblem>> {
  const { kind, keyKind, method, sign, issuedAt, audience, nonce } = signing;
  if (document['proof'] !== undefined) return err(claim('would hold a proof beside its signature'));
  const until = document['validUntil'] === undefined ? undefined : parseInstant(document['validUntil']);
  if (until?.ok === false) return until;
  const payload = {
    ...document,
    ...(issuedAt === undefined ? {} : { iat: Math.floor(issuedAt / 1000) }),
    ...(audience === undefined ? {} : { aud: audience }),
    ...(nonce === undefined ? {} : { nonce }),
  };
  return ok(await makeJws(payload, { header: { typ: kind, kid: method }, kind: keyKind, sign }));
}
