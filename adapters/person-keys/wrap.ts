import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;
export const KEY_BYTES = 32;

/** AES-256-GCM (NIST SP 800-38D), a random nonce in front, the tag behind; bound to what the key is for. */
export function wrapKey(master: Uint8Array, key: Uint8Array, name: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(Buffer.from(name));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

/** The key, or undefined when it was wrapped by another master key, for another name, or has been altered. */
export function unwrapKey(master: Uint8Array, wrapped: Uint8Array, name: string): Buffer | undefined {
  if (wrapped.length !== NONCE + KEY_BYTES + TAG) return undefined;
  const cipher = createDecipheriv('aes-256-gcm', master, wrapped.subarray(0, NONCE));
  cipher.setAAD(Buffer.from(name)).setAuthTag(wrapped.subarray(-TAG));
  try {
    return Buffer.concat([cipher.update(wrapped.subarray(NONCE, -TAG)), cipher.final()]);
  } catch {
    return undefined;
  }
}
