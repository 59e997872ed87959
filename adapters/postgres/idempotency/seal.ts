import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { actorId, type Request } from '@testamur/services/authorising';

/**
 * The id under which a key is stored: a UUID made of its hash (RFC 9562, version 8), different for every actor. The key itself is not kept,
 * because it opens what was answered.
 */
export function keyIdOf(request: Request, key: string): string {
  const bytes = createHash('sha256')
    .update(`idempotency\n${actorId(request.actor)}\n${key}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Answers may hold secrets that are shown once; whoever reads the database later finds only what the sender's key opens (AES-256-GCM). */
export function seal(request: Request, key: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(request, key), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

export function unseal(request: Request, key: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(request, key), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

const sealingKey = (request: Request, key: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, actorId(request.actor) ?? '', 'testamur idempotency answer', 32));
