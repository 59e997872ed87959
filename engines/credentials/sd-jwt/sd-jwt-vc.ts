/**
 * SD-JWT VC, pinned to draft-ietf-oauth-sd-jwt-vc-18 (3 August 2026): `dc+sd-jwt`, a type (`vct`), an issuer, and claims that are never hidden.
 * The issuer's key is found by a DID in `kid`, or in the metadata at `/.well-known/jwt-vc-issuer` (section 5).
 */
import { err, ok, parseJsonBytes, quoteText, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { makeJws } from '../jose/compact-jws.ts';
import { CLOCK_MARGIN, methodIn } from '../jose/vc-jwt.ts';
import { findKey } from '../keys/find-key.ts';
import { formatJwk, parseJwk } from '../keys/jwk.ts';
import type { KeyKind, PublicKey, Sign } from '../keys/public-key.ts';
import { isMembers, isUrl, listOf, type Members } from '../model/members.ts';
import type { World } from '../world.ts';
import { type HiddenPath, hideClaims } from './hide-claims.ts';
import { type Challenge, checkBinding, openSdJwt, parseSdJwt } from './sd-jwt.ts';

export const SD_JWT_VC_DRAFT = 'draft-ietf-oauth-sd-jwt-vc-18';
const TYPE = 'dc+sd-jwt';

/** Section 3.2.2.2: these say whether and by whom the rest may be believed. */
const NEVER_HIDDEN = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status'] as const;

export type ProvenSdJwtVc = {
  readonly claims: Members;
  readonly issuer: string;
  /** The name of the key. */
  readonly method: string;
  /** Whether the key it was given to has signed what is shown, to whom asked. */
  readonly bound: Result<true, CredentialsProblem>;
};

/** @param text untrusted */
export async function verifySdJwtVc(
  text: string,
  world: World,
  challenge?: Challenge,
): Promise<Result<ProvenSdJwtVc, CredentialsProblem>> {
  const parsed = parseSdJwt(text);
  if (!parsed.ok) return parsed;
  const { header, payload } = parsed.value.jws;
  if (header['typ'] !== TYPE)
    return err(refuse('CREDENTIALS_JWT_TYPE', `The token is not of the type ${TYPE}.`));
  const wrong = checkClaims(payload, world.now);
  if (wrong !== undefined) return err(wrong);
  const issuer = String(payload['iss']);
  const kid = header['kid'];
  const key = await findIssuerKey(issuer, kid, world);
  if (!key.ok) return key;
  const opened = await openSdJwt(parsed.value, key.value, world);
  if (!opened.ok) return opened;
  const hidden = NEVER_HIDDEN.find(
    (name) => payload[name] === undefined && opened.value.claims[name] !== undefined,
  );
  if (hidden !== undefined)
    return err(refuse('CREDENTIALS_DISCLOSURE', `${hidden} was hidden, and must not be.`));
  const { claims, holder } = opened.value;
  const bound =
    challenge === undefined
      ? unasked(holder)
      : await checkBinding(parsed.value, holder, { challenge, world });
  return ok({
    claims,
    issuer,
    method: methodIn(issuer, kid),
    bound,
  });
}

const unasked = (holder: PublicKey | undefined): Result<true, CredentialsProblem> =>
  err(
    refuse(
      'CREDENTIALS_BINDING_MISSING',
      holder === undefined ? 'It is bound to no key.' : 'Nobody was asked to show the key it is bound to.',
      {
        hint: 'Ask with an audience and a nonce.',
      },
    ),
  );

function checkClaims(payload: Members, now: number): CredentialsProblem | undefined {
  const { iss, vct, exp, nbf, iat } = payload;
  if (!isUrl(iss)) return refuse('CREDENTIALS_ISSUER_FORMAT', 'The token names no issuer by a URL.');
  if (typeof vct !== 'string' || vct === '')
    return refuse('CREDENTIALS_TYPE_MISSING', 'The token has no type (vct).');
  if (
    [exp, nbf, iat].some((time) => time !== undefined && (typeof time !== 'number' || Math.abs(time) > 1e11))
  )
    return refuse('CREDENTIALS_JWT_CLAIM', 'The token holds a time that is no number of seconds.');
  if (typeof exp === 'number' && exp * 1000 <= now)
    return refuse('CREDENTIALS_EXPIRED', 'The credential has expired.');
  if (typeof nbf === 'number' && nbf * 1000 > now)
    return refuse('CREDENTIALS_NOT_YET_VALID', 'The credential is not valid yet.');
  if (typeof iat === 'number' && iat * 1000 > now + CLOCK_MARGIN)
    return refuse('CREDENTIALS_PROOF_IN_FUTURE', 'The token says it was made later than now.');
  return undefined;
}

async function findIssuerKey(
  issuer: string,
  kid: unknown,
  world: World,
): Promise<Result<PublicKey, CredentialsProblem>> {
  if (issuer.startsWith('did:')) {
    const method = methodIn(issuer, kid);
    if (method.split('#', 1)[0] !== issuer)
      return err(refuse('CREDENTIALS_ISSUER_DIFFERS', 'The key is not one of the issuer that is named.'));
    const found = await findKey({ method, purpose: 'assertionMethod' }, world);
    return found.ok ? ok(found.value.key) : found;
  }
  return findMetadataKey(issuer, kid, world);
}

async function findMetadataKey(
  issuer: string,
  kid: unknown,
  world: World,
): Promise<Result<PublicKey, CredentialsProblem>> {
  const [, origin = '', path = ''] = /^(https:\/\/[^/?#@]+)(\/[^?#]*)?$/u.exec(issuer) ?? [];
  if (origin === '') return err(refuse('CREDENTIALS_KEY_NAME', `${quoteText(issuer)} leads to no keys.`));
  const reached = await world.reach(
    `${origin}/.well-known/jwt-vc-issuer${path.replace(/\/$/u, '')}`,
    'key-document',
  );
  if (!reached.ok)
    return err(
      refuse(
        'CREDENTIALS_KEY_UNREACHABLE',
        `The keys of ${quoteText(issuer)} could not be had: ${reached.reason}`,
      ),
    );
  const json = parseJsonBytes(reached.bytes);
  if (!json.ok) return json;
  const document = isMembers(json.value) ? json.value : {};
  const jwks = document['jwks'];
  if (document['issuer'] !== issuer || !isMembers(jwks))
    return err(
      refuse(
        'CREDENTIALS_DOCUMENT_FORMAT',
        `The metadata of ${quoteText(issuer)} are not its own, or hold no keys.`,
      ),
    );
  const keys = listOf(jwks['keys']).filter(isMembers);
  const chosen =
    kid === undefined && keys.length === 1
      ? keys
      : keys.filter((key) => key['kid'] === kid && kid !== undefined);
  if (chosen.length !== 1)
    return err(refuse('CREDENTIALS_KEY_NOT_FOUND', `${quoteText(issuer)} lists no such key, or two.`));
  return parseJwk(chosen[0]);
}

export type SdJwtVcSigning = {
  readonly kind: KeyKind;
  readonly sign: Sign;
  /** How the key is called (`kid`). */
  readonly method: string;
  readonly hidden: readonly HiddenPath[];
  readonly salt: () => Uint8Array;
  /** The key it is given to. */
  readonly holder?: PublicKey;
};

export type IssuedSdJwt = {
  readonly token: string;
  readonly disclosures: readonly string[] /** With all disclosures, as it is handed over. */;
  readonly text: string;
};

/** @param claims with `iss` and `vct` */
export async function issueSdJwtVc(
  claims: Members,
  signing: SdJwtVcSigning,
): Promise<Result<IssuedSdJwt, CredentialsProblem>> {
  const { kind, sign, method, hidden, salt, holder } = signing;
  const forbidden = hidden.find((path) =>
    NEVER_HIDDEN.some((name) => path === name || path.startsWith(`${name}/`)),
  );
  if (forbidden !== undefined)
    return err(refuse('CREDENTIALS_DISCLOSURE', `${forbidden} must not be hidden.`));
  if (!isUrl(claims['iss']))
    return err(refuse('CREDENTIALS_ISSUER_FORMAT', 'The token names no issuer by a URL.'));
  if (typeof claims['vct'] !== 'string')
    return err(refuse('CREDENTIALS_TYPE_MISSING', 'The token has no type (vct).'));
  const bound = holder === undefined ? claims : { ...claims, cnf: { jwk: formatJwk(holder) } };
  const made = hideClaims(bound, hidden, salt);
  if (!made.ok) return made;
  const token = await makeJws(made.value.payload, { header: { typ: TYPE, kid: method }, kind, sign });
  return ok({
    token,
    disclosures: made.value.disclosures,
    text: `${[token, ...made.value.disclosures].join('~')}~`,
  });
}
