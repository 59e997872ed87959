import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 (FIPS 180-4) of bytes, as 32 bytes. */
export function sha256(input: Uint8Array): Uint8Array {
  return nobleSha256(input);
}

/** The UTF-8 of a text. A text with half a character has none: ask `hasLoneSurrogate` first where it is untrusted. */
export function utf8Of(text: string): Uint8Array {
  return utf8ToBytes(text);
}

/** Lower-case hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  return bytesToHex(bytes);
}

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  return concatBytes(...parts);
}

export function areSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
