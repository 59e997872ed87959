/** The public half of a signing key (RFC 7517, RFC 8037). Two kinds are enough, and both are short. */
export type PublicJwk =
  | { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string };

/** 32 bytes in base64url. */
const COORDINATE = /^[A-Za-z0-9_-]{43}$/;
const isCoordinate = (value: unknown): value is string => typeof value === 'string' && COORDINATE.test(value);

/** Takes of a JWK what makes the key, nothing else; `undefined` when it is of another kind, or private: a secret that was shown to us is none. */
export function readPublicJwk(given: unknown): PublicJwk | undefined {
  if (typeof given !== 'object' || given === null || 'd' in given) return undefined;
  const { kty, crv, x, y } = given as Readonly<Record<string, unknown>>;
  if (kty === 'EC' && crv === 'P-256' && isCoordinate(x) && isCoordinate(y)) return { kty, crv, x, y };
  if (kty === 'OKP' && crv === 'Ed25519' && isCoordinate(x)) return { kty, crv, x };
  return undefined;
}
