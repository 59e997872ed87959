/**
 * Bytes under a passphrase: AES-256-GCM (NIST SP 800-38D), the key by PBKDF2-HMAC-SHA-256 (RFC 8018). OWASP asks for at least 600,000
 * rounds. Layout: version 1, rounds 4 (big endian), salt 16, nonce 12, ciphertext with its tag, checksum 4. What precedes the
 * ciphertext is authenticated with it. The checksum (SHA-256, cut) tells a box that was cut or mistyped from a wrong passphrase.
 */
import { err, ok, type Result } from '@testamur/engines/kernel';

export type BoxCode =
  | 'TAKE_ALONG_BOX_DAMAGED' // cut or changed on the way
  | 'TAKE_ALONG_BOX_FOREIGN' // not made by this version
  | 'TAKE_ALONG_PASSPHRASE_WRONG';

export type Bytes = Uint8Array<ArrayBuffer>;

const VERSION = 1;
const ROUNDS = 1_000_000;
/** Fewer protect too little; more would let a link keep a browser busy for minutes. */
const FEWEST_ROUNDS = 600_000;
const MOST_ROUNDS = 10_000_000;
const SALT_AT = 5;
const NONCE_AT = SALT_AT + 16;
const HEAD = NONCE_AT + 12;
const TAG = 16;
const CHECK = 4;

export async function sealBytes(content: Bytes, passphrase: string): Promise<Bytes> {
  const head = new Uint8Array(HEAD);
  head[0] = VERSION;
  new DataView(head.buffer).setUint32(1, ROUNDS);
  crypto.getRandomValues(head.subarray(SALT_AT));
  const key = await keyOf(passphrase, head);
  const sealed = new Uint8Array(await crypto.subtle.encrypt(cipherOf(head), key, content));
  const box = new Uint8Array(HEAD + sealed.length + CHECK);
  box.set(head);
  box.set(sealed, HEAD);
  box.set(await checkOf(box.subarray(0, -CHECK)), HEAD + sealed.length);
  return box;
}

/** Whether it can be opened with any passphrase at all; cheap, so that nobody is asked for one in vain. */
export async function inspectBox(box: Bytes): Promise<Result<true, BoxCode>> {
  if (box.length < HEAD + TAG + CHECK) return err('TAKE_ALONG_BOX_DAMAGED');
  const check = await checkOf(box.subarray(0, -CHECK));
  if (check.some((byte, index) => byte !== box[box.length - CHECK + index]))
    return err('TAKE_ALONG_BOX_DAMAGED');
  const rounds = roundsOf(box);
  const isOurs = box[0] === VERSION && rounds >= FEWEST_ROUNDS && rounds <= MOST_ROUNDS;
  return isOurs ? ok(true) : err('TAKE_ALONG_BOX_FOREIGN');
}

export async function openBox(box: Bytes, passphrase: string): Promise<Result<Bytes, BoxCode>> {
  const inspected = await inspectBox(box);
  if (!inspected.ok) return inspected;
  const head = box.slice(0, HEAD);
  const key = await keyOf(passphrase, head);
  try {
    return ok(new Uint8Array(await crypto.subtle.decrypt(cipherOf(head), key, box.slice(HEAD, -CHECK))));
  } catch {
    return err('TAKE_ALONG_PASSPHRASE_WRONG');
  }
}

const roundsOf = (head: Bytes): number => new DataView(head.buffer, head.byteOffset).getUint32(1);

const cipherOf = (head: Bytes): AesGcmParams => ({
  name: 'AES-GCM',
  iv: head.slice(NONCE_AT, HEAD),
  additionalData: head,
});

/** One passphrase can be typed in several ways of writing the same letters; all are one (NFKC). */
async function keyOf(passphrase: string, head: Bytes): Promise<CryptoKey> {
  const text = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const raw = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: head.slice(SALT_AT, NONCE_AT), iterations: roundsOf(head) },
    raw,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const checkOf = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice())).slice(0, CHECK);
