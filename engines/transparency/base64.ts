import { err, ok, type Result } from '@testamur/engines/kernel';
import { refuse, type TransparencyProblem } from './errors.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...LETTERS].map((letter, value) => [letter, value]));

/** RFC 4648 section 4, with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const group = (a << 16) | (b << 8) | c;
    const letters = [18, 12, 6, 0].map((shift) => LETTERS[(group >> shift) & 63] ?? '');
    const held = Math.min(3, bytes.length - at) + 1;
    text += letters.slice(0, held).join('').padEnd(4, '=');
  }
  return text;
}

/** Only the one text that `toBase64` writes: two texts of the same bytes would be two files of one proof. */
export function fromBase64(text: string): Result<Uint8Array, TransparencyProblem> {
  if (text.length % 4 !== 0) return err(malformed());
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let [group, held, at] = [0, 0, 0];
  for (const letter of text.slice(0, text.length - padding)) {
    const value = VALUES.get(letter);
    if (value === undefined) return err(malformed());
    group = ((group << 6) | value) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (group >> held) & 0xff;
    at += 1;
  }
  const left = group & ((1 << held) - 1);
  return left === 0 && at === bytes.length ? ok(bytes) : err(malformed());
}

const malformed = (): TransparencyProblem =>
  refuse('TRANSPARENCY_BASE64_FORMAT', 'This is not base64 with padding (RFC 4648 section 4).');
