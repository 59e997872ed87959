/** Compact JWS (RFC 7515 section 7.1), read strictly: nothing in a header chooses the key or asks to be understood. */
import { err, ok, parseJsonBytes, quoteText, type Result, utf8Of } from '@testamur/engines/kernel';
import { fromBase64url, toBase64url } from '../bytes/base64url.ts';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { KEY_LENGTHS, type KeyKind, type PublicKey, type Sign, type Verify } from '../keys/public-key.ts';
import { isMembers, type Members } from '../model/members.ts';

/** Untrusted: parsed, not verified. */
export type Jws = {
  readonly header: Members;
  readonly payload: Members;
  readonly kind: KeyKind;
  /** What is signed: header, dot, payload. */
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
};

/** What a token calls the algorithm, and the keys it is of. `none` and everything with a shared secret have no key here. */
const ALGORITHMS: Readonly<Record<string, KeyKind>> = {
  EdDSA: 'Ed25519',
  Ed25519: 'Ed25519',
  ES256: 'P-256',
  ES384: 'P-384',
};
export const ALGORITHM_OF: Readonly<Record<KeyKind, string>> = {
  Ed25519: 'EdDSA',
  'P-256': 'ES256',
  'P-384': 'ES384',
};

/** Algorithms with a public key that others use. Nothing is known to be wrong with what they sign. */
const UNREAD = /^(?:RS256|RS384|RS512|PS256|PS384|PS512|ES512|ES256K)$/u;

/** These bring a key along, or point to one: whoever forges a token brings his own. */
const KEY_BRINGERS = ['jwk', 'jku', 'x5c', 'x5u', 'x5t', 'x5t#S256'] as const;

const MAX_LENGTH = 1_048_576;

/** @param token untrusted */
export function parseJws(token: string): Result<Jws, CredentialsProblem> {
  if (token.length > MAX_LENGTH)
    return err(refuse('CREDENTIALS_TOO_LARGE', 'The token is longer than any that is read.'));
  const parts = token.split('.');
  if (parts.length !== 3) return err(malformed('is not three parts with dots between them'));
  const [headerText = '', payloadText = '', signatureText = ''] = parts;
  const header = readPart(headerText);
  if (!header.ok) return header;
  const kind = checkHeader(header.value);
  if (!kind.ok) return kind;
  const payload = readPart(payloadText);
  if (!payload.ok) return payload;
  const signature = fromBase64url(signatureText);
  if (!signature.ok || signature.value.length !== KEY_LENGTHS[kind.value].signature)
    return err(malformed('has no signature of the length of its algorithm'));
  const message = utf8Of(token.slice(0, headerText.length + 1 + payloadText.length));
  return ok({
    header: header.value,
    payload: payload.value,
    kind: kind.value,
    message,
    signature: signature.value,
  });
}

function readPart(text: string): Result<Members, CredentialsProblem> {
  const bytes = fromBase64url(text);
  if (!bytes.ok) return err(malformed('holds a part that is not base64url'));
  const json = parseJsonBytes(bytes.value);
  if (!json.ok) return json;
  return isMembers(json.value) ? ok(json.value) : err(malformed('holds a part that is no JSON object'));
}

function checkHeader(header: Members): Result<KeyKind, CredentialsProblem> {
  const alg = header['alg'];
  const kind = typeof alg === 'string' && Object.hasOwn(ALGORITHMS, alg) ? ALGORITHMS[alg] : undefined;
  if (kind === undefined && UNREAD.test(String(alg)))
    return err(
      refuse('CREDENTIALS_SUITE_UNKNOWN', `Signatures by ${quoteText(String(alg))} are not read here.`),
    );
  if (kind === undefined)
    return err(
      refuse(
        'CREDENTIALS_JWT_ALGORITHM',
        `${quoteText(String(alg))} is not an algorithm that is accepted here.`,
        {
          hint: 'EdDSA, ES256 and ES384 are.',
        },
      ),
    );
  const bringer = KEY_BRINGERS.find((name) => header[name] !== undefined);
  if (bringer !== undefined)
    return err(refuse('CREDENTIALS_JWT_HEADER', `The token brings its own key (${bringer}): anybody could.`));
  if (header['crit'] !== undefined || header['b64'] !== undefined || header['zip'] !== undefined)
    return err(
      refuse('CREDENTIALS_JWT_HEADER', 'The header asks for something that is not understood here.'),
    );
  return ok(kind);
}

export async function checkJws(
  jws: Jws,
  key: PublicKey,
  verify: Verify,
): Promise<Result<true, CredentialsProblem>> {
  if (key.kind !== jws.kind)
    return err(
      refuse(
        'CREDENTIALS_KEY_KIND',
        `The token is signed by ${jws.kind}, its key is of the kind ${key.kind}.`,
      ),
    );
  return (await verify({ key, message: jws.message, signature: jws.signature }))
    ? ok(true)
    : err(
        refuse(
          'CREDENTIALS_SIGNATURE_WRONG',
          'The signature is not by the key that is named, over what is written.',
        ),
      );
}

export type JwsSigning = { readonly header: Members; readonly kind: KeyKind; readonly sign: Sign };

export async function makeJws(payload: Members, { header, kind, sign }: JwsSigning): Promise<string> {
  const text = [{ alg: ALGORITHM_OF[kind], ...header }, payload]
    .map((part) => toBase64url(utf8Of(JSON.stringify(part))))
    .join('.');
  return `${text}.${toBase64url(await sign(utf8Of(text)))}`;
}

const malformed = (what: string): CredentialsProblem =>
  refuse('CREDENTIALS_JWT_FORMAT', `The token ${what}.`);
