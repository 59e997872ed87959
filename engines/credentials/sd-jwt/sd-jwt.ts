/** SD-JWT with and without key binding (RFC 9901 sections 4, 4.3, 7): `<token>~<disclosure>~…~` and, at the end, who shows it. */
import { err, ok, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { checkJws, type Jws, makeJws, parseJws } from '../jose/compact-jws.ts';
import { CLOCK_MARGIN } from '../jose/vc-jwt.ts';
import { parseJwk } from '../keys/jwk.ts';
import type { KeyKind, PublicKey, Sign } from '../keys/public-key.ts';
import { isMembers, type Members } from '../model/members.ts';
import type { World } from '../world.ts';
import { digestOf, discloseAll } from './disclosures.ts';

/** Untrusted: parsed, not verified. */
export type SdJwt = {
  readonly jws: Jws;
  readonly disclosures: readonly string[];
  /** What the key binding signs the hash of: everything before it. */
  readonly presented: string;
  readonly binding?: string;
};

/** Whom it is shown to, in answer to what. Both must be asked for: what was made for others is not made for you. */
export type Challenge = {
  readonly audience: string;
  readonly nonce: string;
  /** Milliseconds for which a key binding is fresh; five minutes unless said otherwise. */
  readonly maxAge?: number;
};

const MAX_LENGTH = 2_097_152;

/** @param text untrusted */
export function parseSdJwt(text: string): Result<SdJwt, CredentialsProblem> {
  if (text.length > MAX_LENGTH)
    return err(refuse('CREDENTIALS_TOO_LARGE', 'The token is longer than any that is read.'));
  const parts = text.split('~');
  if (parts.length < 2) return err(refuse('CREDENTIALS_SD_JWT_FORMAT', 'There is no ~ behind the token.'));
  const jws = parseJws(parts[0] ?? '');
  if (!jws.ok) return jws;
  const binding = parts.at(-1) ?? '';
  return ok({
    jws: jws.value,
    disclosures: parts.slice(1, -1),
    presented: text.slice(0, text.length - binding.length),
    ...(binding === '' ? {} : { binding }),
  });
}

/** What of the world is needed here. */
type Holding = Pick<World, 'verify' | 'digest' | 'memo'>;

export type Opened = {
  readonly claims: Members /** The key that must sign when it is shown. */;
  readonly holder?: PublicKey;
};

/** What the token says with what is disclosed, when `key` has signed it. */
export async function openSdJwt(
  { jws, disclosures }: SdJwt,
  key: PublicKey,
  world: Holding,
): Promise<Result<Opened, CredentialsProblem>> {
  const right = await checkJws(jws, key, world.verify);
  if (!right.ok) return right;
  const claims = discloseAll(jws.payload, disclosures, world.digest);
  if (!claims.ok) return claims;
  // Only what the token itself says binds: `cnf` cannot be disclosed from beside it.
  const { cnf } = jws.payload;
  if (cnf === undefined && claims.value['cnf'] === undefined) return ok({ claims: claims.value });
  const holder = holderKey(isMembers(cnf) ? cnf['jwk'] : undefined, world);
  return holder.ok ? ok({ claims: claims.value, holder: holder.value }) : holder;
}

/** Read once where many credentials of one holder are checked. */
function holderKey(jwk: unknown, { memo }: Holding): Result<PublicKey, CredentialsProblem> {
  const name = isMembers(jwk) ? `jwk ${Object.values(jwk).join(' ')}` : '';
  const known = memo?.keys.get(name);
  if (known !== undefined) return ok(known);
  const key = parseJwk(jwk);
  if (key.ok) memo?.keys.set(name, key.value);
  return key;
}

/** Whether the holder shows it, to you, now. */
export async function checkBinding(
  { binding, presented }: SdJwt,
  holder: PublicKey | undefined,
  { challenge, world }: { readonly challenge: Challenge; readonly world: Holding & Pick<World, 'now'> },
): Promise<Result<true, CredentialsProblem>> {
  if (holder === undefined)
    return err(
      refuse(
        'CREDENTIALS_BINDING_MISSING',
        'The credential is bound to no key: nobody can show that it is theirs.',
      ),
    );
  if (binding === undefined)
    return err(
      refuse(
        'CREDENTIALS_BINDING_MISSING',
        'The credential is bound to a key, and shown without its signature.',
      ),
    );
  const jws = parseJws(binding);
  if (!jws.ok) return jws;
  if (jws.value.header['typ'] !== 'kb+jwt')
    return err(refuse('CREDENTIALS_JWT_TYPE', 'The key binding is a token of another kind.'));
  const wrong = checkBindingClaims(jws.value.payload, {
    challenge,
    now: world.now,
    hash: digestOf(presented, world.digest),
  });
  if (wrong !== undefined) return err(wrong);
  const right = await checkJws(jws.value, holder, world.verify);
  if (right.ok) return right;
  return err(
    refuse(
      'CREDENTIALS_HOLDER_DIFFERS',
      'The key binding is not signed by the key that the credential was given to.',
    ),
  );
}

type Asked = { readonly challenge: Challenge; readonly now: number; readonly hash: string };

function checkBindingClaims(
  { aud, nonce, iat, sd_hash }: Members,
  { challenge, now, hash }: Asked,
): CredentialsProblem | undefined {
  if (typeof iat !== 'number' || typeof sd_hash !== 'string')
    return refuse('CREDENTIALS_JWT_CLAIM', 'The key binding lacks its time or its hash.');
  if (aud !== challenge.audience) return refuse('CREDENTIALS_AUDIENCE', 'It was made for another verifier.');
  if (nonce !== challenge.nonce)
    return refuse('CREDENTIALS_NONCE', 'It was made in answer to another question.');
  if (iat * 1000 > now + CLOCK_MARGIN || iat * 1000 < now - (challenge.maxAge ?? CLOCK_MARGIN) - CLOCK_MARGIN)
    return refuse('CREDENTIALS_STALE', 'It was made too long ago, or later than now.');
  return sd_hash === hash
    ? undefined
    : refuse('CREDENTIALS_DISCLOSURE', 'The holder signed something else than what is shown.');
}

/** Chosen disclosures, shown by whoever holds the key to somebody who asked. */
export type Presenting = {
  readonly disclosures: readonly string[];
  readonly audience: string;
  readonly nonce: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: KeyKind;
  readonly sign: Sign;
};

/** @param token the signed token, without disclosures */
export async function presentSdJwt(token: string, presenting: Presenting): Promise<string> {
  const { disclosures, audience, nonce, at, kind, sign } = presenting;
  const presented = `${[token, ...disclosures].join('~')}~`;
  const claims = { iat: Math.floor(at / 1000), aud: audience, nonce, sd_hash: digestOf(presented) };
  return presented + (await makeJws(claims, { header: { typ: 'kb+jwt' }, kind, sign }));
}
