/** The bits of a Bitstring Status List 1.0: packed with gzip, never unpacked beyond what is allowed (sections 3.3, 3.4). */
import { err, ok, type Result } from '@testamur/engines/kernel';
import { Gunzip, gzipSync } from 'fflate';
import { fromBase64url, toBase64url } from '../bytes/base64url.ts';
import { type CredentialsProblem, refuse } from '../errors.ts';

/** Section 3.1: shorter lists would tell who is on them. */
export const MIN_BITS = 131_072;
/** Sixteen million credentials of one bit. A list that unpacks to more is not read, however short it came. */
export const MAX_BYTES = 2_097_152;
/** Packed bytes given to the unpacker at once: gzip makes at most about a thousand of one. */
const STEP = 256;

/** @param encoded untrusted: `u`, then base64url of gzip */
export function unpackBits(
  encoded: string,
  maxBytes: number = MAX_BYTES,
): Result<Uint8Array, CredentialsProblem> {
  if (!encoded.startsWith('u')) return err(malformed('is not Multibase of the kind u'));
  const packed = fromBase64url(encoded.slice(1));
  if (!packed.ok) return err(malformed('is not base64url'));
  const bits = unzip(packed.value, maxBytes);
  if (!bits.ok) return bits;
  return bits.value.length * 8 >= MIN_BITS ? bits : err(malformed(`holds fewer than ${MIN_BITS} bits`));
}

function unzip(packed: Uint8Array, maxBytes: number): Result<Uint8Array, CredentialsProblem> {
  const parts: Uint8Array[] = [];
  let [length, ended] = [0, false];
  const unpacker = new Gunzip((part, isLast) => {
    parts.push(part);
    length += part.length;
    ended ||= isLast;
  });
  try {
    for (let at = 0; at < packed.length && length <= maxBytes; at += STEP)
      unpacker.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch {
    return err(malformed('is not gzip'));
  }
  if (length > maxBytes)
    return err(
      refuse(
        'CREDENTIALS_STATUS_TOO_LARGE',
        `The list unpacks to more than ${maxBytes} bytes, and was left unread.`,
      ),
    );
  if (!ended || lengthSaid(packed) !== length) return err(malformed('ends too early'));
  const bits = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bits.set(part, at);
    at += part.length;
  }
  return ok(bits);
}

/** The last four bytes say how long it is unpacked (RFC 1952 section 2.3.1): what was cut short says something else. */
function lengthSaid(packed: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = packed.subarray(-4);
  return a + b * 0x100 + c * 0x1_0000 + d * 0x100_0000;
}

/** The same bits give the same text: the time is not written into it. */
export const packBits = (bits: Uint8Array): string =>
  `u${toBase64url(gzipSync(bits, { mtime: 0, level: 9 }))}`;

/** The value of an entry of `size` bits, the highest bit first; `undefined` where the list does not reach. */
export function entryAt(bits: Uint8Array, index: number, size = 1): number | undefined {
  const from = index * size;
  if (!Number.isSafeInteger(from) || index < 0 || from + size > bits.length * 8) return undefined;
  let value = 0;
  for (let bit = from; bit < from + size; bit += 1)
    value = value * 2 + (((bits[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  return value;
}

/** A copy of the bits with one entry changed. */
export function withEntry(
  bits: Uint8Array,
  index: number,
  { value, size = 1 }: { readonly value: number; readonly size?: number },
): Uint8Array {
  if (entryAt(bits, index, size) === undefined) throw new RangeError('The list does not reach so far.');
  const changed = bits.slice();
  for (let n = 0; n < size; n += 1) {
    const bit = index * size + n;
    const mask = 1 << (7 - (bit & 7));
    const isSet = Math.floor(value / 2 ** (size - 1 - n)) % 2 === 1;
    changed[bit >> 3] = isSet ? (changed[bit >> 3] ?? 0) | mask : (changed[bit >> 3] ?? 0) & ~mask;
  }
  return changed;
}

const malformed = (what: string): CredentialsProblem =>
  refuse('CREDENTIALS_STATUS_LIST', `The status list ${what}.`);
