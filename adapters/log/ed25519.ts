/** Ed25519 by node:crypto behind the port of the engine, and signing keys as a line of text. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto';
import { err, ok, type Result } from '@testamur/engines/kernel';
import { type KeyKind, makeNoteKey, type NoteKey, type Verify } from '@testamur/engines/transparency';
import { type LogProblem, refuse } from './errors.ts';

/** What stands before the 32 bytes of a key in DER (RFC 8410). */
const SECRET_DER = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex');
const KIND_BYTES = { log: 1, witness: 4 } as const;

export const verifyEd25519: Verify = ({ publicKey, message, signature }) => {
  try {
    const key = createPublicKey({ key: Buffer.concat([PUBLIC_DER, publicKey]), format: 'der', type: 'spki' });
    return verifyWith(null, message, key, signature);
  } catch {
    return false;
  }
};

export type LogSigner = { readonly key: NoteKey; readonly sign: (message: Uint8Array) => Uint8Array };

/** A new key, and its secret as the text that golang.org/x/mod/sumdb/note reads too. */
export function createSigner(
  name: string,
  kind: KeyKind = 'log',
): Result<{ signer: LogSigner; secret: string }, LogProblem> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signer = signerOf(privateKey, kind, name);
  if (!signer.ok) return signer;
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  const encoded = Buffer.concat([Buffer.of(KIND_BYTES[kind]), seed]).toString('base64');
  const id = signer.value.key.id.toString(16).padStart(8, '0');
  return ok({ signer: signer.value, secret: `PRIVATE+KEY+${name}+${id}+${encoded}\n` });
}

/** @param text untrusted; it is never repeated in a message */
export function readSigner(text: string): Result<LogSigner, LogProblem> {
  const [, name = '', id = '', encoded = ''] =
    /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const kind = (['log', 'witness'] as const).find((each) => KIND_BYTES[each] === bytes[0]);
  if (kind === undefined || bytes.length !== 33) return err(noSecret());
  const der = Buffer.concat([SECRET_DER, bytes.subarray(1)]);
  const signer = signerOf(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }), kind, name);
  if (!signer.ok) return signer;
  return signer.value.key.id === Number.parseInt(id, 16) ? signer : err(noSecret());
}

function signerOf(secret: KeyObject, kind: KeyKind, name: string): Result<LogSigner, LogProblem> {
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32);
  const key = makeNoteKey(kind, name, new Uint8Array(publicKey));
  if (!key.ok) return key;
  return ok({ key: key.value, sign: (message) => new Uint8Array(signWith(null, message, secret)) });
}

const noSecret = (): LogProblem => refuse('LOG_SECRET_FORMAT', 'This is not the signing key of a log.');
