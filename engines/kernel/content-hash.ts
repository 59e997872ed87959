import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalise } from './canonical-json.ts';
import type { KernelProblem } from './errors.ts';
import { mapResult, type Result } from './result.ts';

/** The name of a JSON value by its content: the SHA-256 of its canonical text in lower-case hexadecimal. */
export type ContentHash = `sha256:${string}`;

/** SHA-256 (FIPS 180-4) in lower-case hexadecimal; a string is hashed in UTF-8. */
export function sha256Hex(input: Uint8Array | string): string {
  return bytesToHex(sha256(typeof input === 'string' ? utf8ToBytes(input) : input));
}

/** Two values have the same hash when they are the same JSON, whatever the order of their members. */
export function hashOf(value: unknown): Result<ContentHash, KernelProblem> {
  return mapResult(canonicalise(value), (text): ContentHash => `sha256:${sha256Hex(text)}`);
}
