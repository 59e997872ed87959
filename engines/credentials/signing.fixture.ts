/** Signatures by node:crypto for tests, with keys out of a number, so that every run has the same Ed25519 keys. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto';
import { expectOk } from '@testamur/engines/kernel';
import {
  formatJwk,
  formatMultikey,
  type KeyKind,
  type PublicKey,
  parseJwk,
  type Sign,
  type Verify,
} from './index.ts';

const hashOf = (kind: KeyKind) => (kind === 'Ed25519' ? null : kind === 'P-256' ? 'sha256' : 'sha384');

const known = new WeakMap<PublicKey, KeyObject>();

function keyObjectOf(key: PublicKey): KeyObject {
  const made = known.get(key) ?? createPublicKey({ key: { ...formatJwk(key) } as never, format: 'jwk' });
  known.set(key, made);
  return made;
}

export const verify: Verify = ({ key, message, signature }) => {
  try {
    return verifyWith(
      hashOf(key.kind),
      message,
      { key: keyObjectOf(key), dsaEncoding: 'ieee-p1363' },
      signature,
    );
  } catch {
    return false;
  }
};

export type Signer = {
  readonly kind: KeyKind;
  readonly key: PublicKey;
  readonly multikey: string;
  /** did:key */
  readonly did: string;
  readonly method: string;
  readonly sign: Sign;
  readonly secret: KeyObject;
};

/** DER before the 32 bytes of a key (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');

export function makeSigner(kind: KeyKind = 'Ed25519', seed = 1): Signer {
  const secret =
    kind === 'Ed25519'
      ? createPrivateKey({
          key: Buffer.concat([PRIVATE, Buffer.alloc(32, seed)]),
          format: 'der',
          type: 'pkcs8',
        })
      : generateKeyPairSync('ec', { namedCurve: kind }).privateKey;
  return signerOf(kind, secret);
}

export function signerOf(kind: KeyKind, secret: KeyObject): Signer {
  const key = expectOk(parseJwk(createPublicKey(secret).export({ format: 'jwk' })), 'a key of a test');
  const multikey = formatMultikey(key);
  const did = `did:key:${multikey}`;
  const sign: Sign = (message) =>
    new Uint8Array(signWith(hashOf(kind), message, { key: secret, dsaEncoding: 'ieee-p1363' }));
  return { kind, key, multikey, did, method: `${did}#${multikey}`, sign, secret };
}
