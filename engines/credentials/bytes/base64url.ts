/** RFC 4648 section 5 without padding: only the one text of these bytes, since two texts of one token would be two tokens. */
import { err, ok, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < LETTERS.length; value += 1) VALUES[LETTERS.charCodeAt(value)] = value;

export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b, c] = [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
    text += LETTERS.charAt(a >> 2) + LETTERS.charAt(((a & 3) << 4) | (b >> 4));
    if (at + 1 < bytes.length) text += LETTERS.charAt(((b & 15) << 2) | (c >> 6));
    if (at + 2 < bytes.length) text += LETTERS.charAt(c & 63);
  }
  return text;
}

export function fromBase64url(text: string): Result<Uint8Array, CredentialsProblem> {
  if (text.length % 4 === 1) return err(malformed());
  const bytes = new Uint8Array((text.length * 3) >> 2);
  const whole = text.length - (text.length % 4);
  // All values are or-ed together: a letter that is none makes the sum negative.
  let [at, all] = [0, 0];
  for (let place = 0; place < whole; place += 4) {
    const group = groupAt(text, place, 4);
    all |= group;
    bytes[at] = group >> 16;
    bytes[at + 1] = group >> 8;
    bytes[at + 2] = group;
    at += 3;
  }
  const left = text.length - whole;
  if (left > 0) {
    const group = groupAt(text, whole, left);
    all |= group;
    bytes[at] = group >> 16;
    if (left === 3) bytes[at + 1] = group >> 8;
    // Bits that belong to no byte must be none.
    if ((group & (left === 3 ? 0xff : 0xffff)) !== 0) return err(malformed());
  }
  return all < 0 ? err(malformed()) : ok(bytes);
}

/** So many letters as 24 bits, the first on top; negative where one is no letter of base64url. */
function groupAt(text: string, place: number, length: number): number {
  let [group, wrong] = [0, 0];
  for (let n = 0; n < 4; n += 1) {
    const unit = n < length ? text.charCodeAt(place + n) : 65;
    const value = unit < 128 ? (VALUES[unit] ?? -1) : -1;
    wrong |= value;
    group = (group << 6) | (value & 63);
  }
  return wrong < 0 ? -1 : group;
}

const malformed = (): CredentialsProblem =>
  refuse('CREDENTIALS_BASE_FORMAT', 'This is not base64url without padding (RFC 4648 section 5).');
