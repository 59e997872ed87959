import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto';
import {
  type Digest,
  formatJwk,
  formatMultikey,
  type KeyKind,
  type PublicKey,
  parseJwk,
  type Sign,
  type Verify,
} from '@testamur/engines/credentials';
import { err, ok, type Problem, type Result } from '@testamur/engines/kernel';

const HASHES: Readonly<Record<KeyKind, string | null>> = {
  Ed25519: null,
  'P-256': 'sha256',
  'P-384': 'sha384',
};

/** Making a key ready takes as long as a signature: it is done once for each that is still in use. */
const ready = new WeakMap<PublicKey, KeyObject>();

function readyKey(key: PublicKey): KeyObject {
  const kept = ready.get(key);
  if (kept !== undefined) return kept;
  const made = createPublicKey({ key: { ...formatJwk(key) } as never, format: 'jwk' });
  ready.set(key, made);
  return made;
}

/** Whether the signature is by this key over these bytes. A key that is no point of its curve has signed nothing. */
export const verifyOnNode: Verify = ({ key, message, signature }) => {
  try {
    const options = { key: readyKey(key), dsaEncoding: 'ieee-p1363' } as const;
    return verifyWith(HASHES[key.kind], message, options, signature);
  } catch {
    return false;
  }
};

export const digestOnNode: Digest = (hash, bytes) =>
  createHash(hash === 'SHA-256' ? 'sha256' : 'sha384')
    .update(bytes)
    .digest();

/** Somebody who signs: her did:key, the name of the key, and the act. */
export type PemSigner = { readonly did: string; readonly method: string; readonly sign: Sign };

/**
 * A signer out of an Ed25519 key in PEM (PKCS #8, as `openssl genpkey -algorithm ed25519` writes it).
 *
 * @param pem untrusted; never repeated in a message
 */
export function signWithPem(pem: string): Result<PemSigner, Problem<'CREDENTIALS_KEY_FORMAT'>> {
  try {
    const secret = createPrivateKey(pem);
    const key = parseJwk(createPublicKey(secret).export({ format: 'jwk' }));
    if (secret.asymmetricKeyType !== 'ed25519' || !key.ok) return err(noKey());
    const name = formatMultikey(key.value);
    const did = `did:key:${name}`;
    return ok({
      did,
      method: `${did}#${name}`,
      sign: (message) => new Uint8Array(signWith(null, message, secret)),
    });
  } catch {
    return err(noKey());
  }
}

const noKey = () =>
  ({
    code: 'CREDENTIALS_KEY_FORMAT',
    message: 'This is no Ed25519 key in PEM that can be read without a passphrase.',
    hint: 'Make one with openssl genpkey -algorithm ed25519.',
  }) as const;
