/** Base58 with the alphabet of Bitcoin (base58btc), as Multibase `z` writes keys and signatures. */
import { err, ok, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';

const LETTERS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < LETTERS.length; value += 1) VALUES[LETTERS.charCodeAt(value)] = value;

/** The time grows with the square of the length: no key and no signature needs more. */
const MAX_LENGTH = 512;
/** Four letters at a time: 58^4 keeps every step below 2^53. */
const [STEP, STEP_FACTOR] = [4, 58 ** 4] as const;

export function fromBase58(text: string): Result<Uint8Array, CredentialsProblem> {
  if (text.length > MAX_LENGTH) return err(malformed('is too long'));
  let zeros = 0;
  while (text[zeros] === '1') zeros += 1;
  // Little-endian limbs of 24 bits.
  const limbs: number[] = [];
  for (let at = zeros; at < text.length; at += STEP) {
    const end = Math.min(at + STEP, text.length);
    let [group, factor] = [0, end - at === STEP ? STEP_FACTOR : 1];
    for (let place = at; place < end; place += 1) {
      const value = VALUES[text.charCodeAt(place)] ?? -1;
      if (value < 0) return err(malformed('holds a letter that it does not have'));
      group = group * 58 + value;
      if (end - at !== STEP) factor *= 58;
    }
    addInto(limbs, group, factor);
  }
  return ok(bytesOf(limbs, zeros));
}

function addInto(limbs: number[], group: number, factor: number): void {
  let carry = group;
  for (let n = 0; n < limbs.length; n += 1) {
    const sum = (limbs[n] ?? 0) * factor + carry;
    carry = Math.floor(sum / 0x1000000);
    limbs[n] = sum - carry * 0x1000000;
  }
  while (carry > 0) {
    limbs.push(carry % 0x1000000);
    carry = Math.floor(carry / 0x1000000);
  }
}

function bytesOf(limbs: readonly number[], zeros: number): Uint8Array {
  const top = limbs.at(-1) ?? 0;
  const length = limbs.length === 0 ? 0 : (limbs.length - 1) * 3 + (top > 0xffff ? 3 : top > 0xff ? 2 : 1);
  const bytes = new Uint8Array(zeros + length);
  for (let n = 0; n < length; n += 1)
    bytes[bytes.length - 1 - n] = ((limbs[Math.floor(n / 3)] ?? 0) >> ((n % 3) * 8)) & 0xff;
  return bytes;
}

export function toBase58(bytes: Uint8Array): string {
  let zeros = 0;
  while (zeros < bytes.length && bytes[zeros] === 0) zeros += 1;
  const digits: number[] = [];
  for (let at = zeros; at < bytes.length; at += 1) {
    let carry = bytes[at] ?? 0;
    for (let n = 0; n < digits.length; n += 1) {
      carry += (digits[n] ?? 0) * 256;
      digits[n] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    while (carry > 0) {
      digits.push(carry % 58);
      carry = Math.floor(carry / 58);
    }
  }
  return (
    '1'.repeat(zeros) +
    digits
      .reverse()
      .map((digit) => LETTERS[digit])
      .join('')
  );
}

const malformed = (what: string): CredentialsProblem =>
  refuse('CREDENTIALS_BASE_FORMAT', `The text in base58 ${what}.`);
