/** Public keys as JWK (RFC 7517, RFC 7518 section 6.2, RFC 8037). */
import { err, type Json, ok, type Result } from '@testamur/engines/kernel';
import { fromBase64url, toBase64url } from '../bytes/base64url.ts';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { isOnCurve } from './point.ts';
import { KEY_LENGTHS, type PublicKey } from './public-key.ts';

/** @param value untrusted. A private key is refused: it does not belong where others can read it. */
export function parseJwk(value: unknown): Result<PublicKey, CredentialsProblem> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return err(malformed('is no object'));
  const { kty, crv, x, y, d } = value as Readonly<Record<string, unknown>>;
  if (d !== undefined) return err(malformed('holds a private key'));
  if (kty === 'OKP' && crv === 'Ed25519') {
    const bytes = fromBase64url(typeof x === 'string' ? x : '');
    if (!bytes.ok || bytes.value.length !== KEY_LENGTHS.Ed25519.key)
      return err(malformed('has no x of 32 bytes'));
    return ok({ kind: 'Ed25519', bytes: bytes.value });
  }
  if (kty !== 'EC' || (crv !== 'P-256' && crv !== 'P-384'))
    return err(refuse('CREDENTIALS_KEY_KIND', 'The key is of no kind known here: Ed25519, P-256, P-384.'));
  const [left, right] = [x, y].map((part) => fromBase64url(typeof part === 'string' ? part : ''));
  if (!left?.ok || !right?.ok || left.value.length !== right.value.length)
    return err(malformed('has no x and y'));
  const bytes = new Uint8Array(left.value.length * 2);
  bytes.set(left.value);
  bytes.set(right.value, left.value.length);
  return isOnCurve(crv, bytes) ? ok({ kind: crv, bytes }) : err(malformed(`is not a point of ${crv}`));
}

export function formatJwk({ kind, bytes }: PublicKey): { readonly [name: string]: Json } {
  if (kind === 'Ed25519') return { kty: 'OKP', crv: kind, x: toBase64url(bytes) };
  const half = bytes.length / 2;
  return {
    kty: 'EC',
    crv: kind,
    x: toBase64url(bytes.subarray(0, half)),
    y: toBase64url(bytes.subarray(half)),
  };
}

const malformed = (what: string): CredentialsProblem => refuse('CREDENTIALS_KEY_FORMAT', `The key ${what}.`);
