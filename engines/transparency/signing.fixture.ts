/** Ed25519 by node:crypto for tests: keys out of a number, so that every run has the same. */
import { createPrivateKey, createPublicKey, sign as signWith, verify as verifyWith } from 'node:crypto';
import { expectOk } from '@testamur/engines/kernel';
import { type KeyKind, makeNoteKey, type NoteKey, type Verify } from './index.ts';

/** DER before the 32 bytes of a key (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

export const verify: Verify = ({ publicKey, message, signature }) => {
  const key = createPublicKey({ key: Buffer.concat([PUBLIC, publicKey]), format: 'der', type: 'spki' });
  return verifyWith(null, message, key, signature);
};

export type Signer = { readonly key: NoteKey; readonly sign: (message: Uint8Array) => Uint8Array };

export function makeSigner(kind: KeyKind, name: string, seed = 1): Signer {
  const secret = createPrivateKey({
    ...{ key: Buffer.concat([PRIVATE, Buffer.alloc(32, seed)]), format: 'der', type: 'pkcs8' },
  });
  const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  const key = expectOk(makeNoteKey(kind, name, new Uint8Array(spki.subarray(-32))), 'a key of a test');
  return { key, sign: (message) => new Uint8Array(signWith(null, message, secret)) };
}
