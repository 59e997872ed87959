/** Points of P-256 and P-384 as Multikey packs them: one byte for the sign of y, then x (SEC 1 section 2.3). Public values only. */
import { err, ok, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';

type Curve = { readonly length: number; readonly prime: bigint; readonly b: bigint };

/** FIPS 186-4 appendix D.1.2; a is -3 in both, and both primes are 3 modulo 4. */
export const CURVES: Readonly<Record<'P-256' | 'P-384', Curve>> = {
  'P-256': {
    length: 32,
    prime: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  'P-384': {
    length: 48,
    prime: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  },
};

/** x and y of a packed point that lies on the curve. */
export function unpackPoint(
  kind: keyof typeof CURVES,
  packed: Uint8Array,
): Result<Uint8Array, CredentialsProblem> {
  const { length, prime, b } = CURVES[kind];
  const sign = packed[0];
  if (packed.length !== length + 1 || (sign !== 2 && sign !== 3)) return err(notOnCurve(kind));
  const x = numberOf(packed.subarray(1));
  if (x >= prime) return err(notOnCurve(kind));
  const square = (((x * x - 3n) * x + b) % prime) + prime;
  const root = power(square % prime, (prime + 1n) / 4n, prime);
  if ((root * root - square) % prime !== 0n) return err(notOnCurve(kind));
  const y = root % 2n === BigInt(sign - 2) ? root : prime - root;
  const bytes = new Uint8Array(length * 2);
  bytes.set(packed.subarray(1));
  bytes.set(bytesOf(y, length), length);
  return ok(bytes);
}

export function packPoint(point: Uint8Array): Uint8Array {
  const length = point.length / 2;
  const packed = new Uint8Array(length + 1);
  packed[0] = 2 + ((point.at(-1) ?? 0) & 1);
  packed.set(point.subarray(0, length), 1);
  return packed;
}

export function isOnCurve(kind: keyof typeof CURVES, point: Uint8Array): boolean {
  const { length, prime, b } = CURVES[kind];
  if (point.length !== length * 2) return false;
  const [x, y] = [numberOf(point.subarray(0, length)), numberOf(point.subarray(length))];
  return x < prime && y < prime && (y * y - ((x * x - 3n) * x + b)) % prime === 0n;
}

function power(base: bigint, exponent: bigint, prime: bigint): bigint {
  let [result, square] = [1n, base];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

function numberOf(bytes: Uint8Array): bigint {
  let text = '0x';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return BigInt(text);
}

function bytesOf(number: bigint, length: number): Uint8Array {
  const text = number.toString(16).padStart(length * 2, '0');
  return Uint8Array.from({ length }, (_, n) => Number.parseInt(text.slice(n * 2, n * 2 + 2), 16));
}

const notOnCurve = (kind: string): CredentialsProblem =>
  refuse('CREDENTIALS_KEY_FORMAT', `The key is not a point of ${kind}.`);
