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
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [group, held, at] = [0, 0, 0];
  for (let place = 0; place < text.length; place += 1) {
    const value = VALUES[text.charCodeAt(place)] ?? -1;
    if (value < 0) return err(malformed());
    group = ((group << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (group >> held) & 0xff;
    at += 1;
  }
  return (group & ((1 << held) - 1)) === 0 ? ok(bytes) : err(malformed());
}

const malformed = (): CredentialsProblem =>
  refuse('CREDENTIALS_BASE_FORMAT', 'This is not base64url without padding (RFC 4648 section 5).');
