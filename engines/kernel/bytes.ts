import { sha256 as nobleSha256, sha384 as nobleSha384 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';

/** SHA-256 (FIPS 180-4) of bytes, as 32 bytes. */
export function sha256(input: Uint8Array): Uint8Array {
  return nobleSha256(input);
}

/** SHA-384 (FIPS 180-4) of bytes, as 48 bytes. */
export function sha384(input: Uint8Array): Uint8Array {
  return nobleSha384(input);
}

/** In every browser and in Node; the language's own library has no name for it. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { readonly decode: (bytes: Uint8Array) => string };

declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array };
const encoder = new TextEncoder();

/** For a few letters the decoder takes longer to be asked than to answer. */
const SHORT = 256;

function readAscii(bytes: Uint8Array): string | undefined {
  if (bytes.length > SHORT) return undefined;
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of UTF-8 bytes, a byte order mark kept; `undefined` where they are not UTF-8. */
export function readUtf8(bytes: Uint8Array): string | undefined {
  const ascii = readAscii(bytes);
  if (ascii !== undefined) return ascii;
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The UTF-8 of a text. A text with half a character has none: ask `hasLoneSurrogate` first where it is untrusted. */
export function utf8Of(text: string): Uint8Array {
  return encoder.encode(text);
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
