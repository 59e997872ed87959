/**
 * The dossier in the fragment of a link: compressed, then encrypted under a passphrase. Browsers send no fragment to a server
 * (RFC 9110 section 7.1), so whoever holds the link and the passphrase has the dossier, and nobody else has.
 */
import { err, ok, parseJson, type Result } from '@testamur/engines/kernel';
import { deflate, inflate } from './compress.ts';
import { type BoxCode, type Bytes, inspectBox, openBox, sealBytes } from './sealed-box.ts';

export type LinkCode = BoxCode | 'TAKE_ALONG_NO_DOSSIER';

/** Shorter ones are found by trying. */
export const SHORTEST_PASSPHRASE = 12;
/** Discord takes messages of 2,000 characters, Telegram of 4,096: what is longer is cut, and a cut link opens nothing. */
export const LONGEST_SAFE_LINK = 2_000;

const NAME = 'dossier=';
/** Of the dossier when unfolded. */
const MOST_BYTES = 4_000_000;

/** What follows `#` in the link. */
export async function writeFragment(dossier: object, passphrase: string): Promise<string> {
  const content = await deflate(new TextEncoder().encode(JSON.stringify(dossier)));
  return `${NAME}${toText(await sealBytes(content, passphrase))}`;
}

export const isPrivateFragment = (hash: string): boolean => hash.replace(/^#/, '').startsWith(NAME);

/** Whether a passphrase can open it. */
export async function inspectFragment(hash: string): Promise<Result<true, LinkCode>> {
  const box = boxOf(hash);
  return box === undefined ? err('TAKE_ALONG_BOX_DAMAGED') : inspectBox(box);
}

/** What it holds is whole JSON, and untrusted still: a dossier is checked before it is taken over. */
export async function readFragment(hash: string, passphrase: string): Promise<Result<unknown, LinkCode>> {
  const box = boxOf(hash);
  if (box === undefined) return err('TAKE_ALONG_BOX_DAMAGED');
  const opened = await openBox(box, passphrase);
  if (!opened.ok) return opened;
  const content = await inflate(opened.value, MOST_BYTES);
  const parsed = content === undefined ? undefined : parseJson(decode(content), { maxLength: MOST_BYTES });
  return parsed?.ok ? ok(parsed.value) : err('TAKE_ALONG_NO_DOSSIER');
}

/** Twenty letters and digits of 32 that do not resemble each other: 100 bits. */
export function suggestPassphrase(): string {
  const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
  const letters = [...crypto.getRandomValues(new Uint8Array(20))].map((byte) => LETTERS[byte % 32]);
  return [0, 5, 10, 15].map((at) => letters.slice(at, at + 5).join('')).join('-');
}

const decode = (bytes: Bytes): string => new TextDecoder().decode(bytes);

/** Base64url without padding (RFC 4648 section 5). */
function toText(bytes: Bytes): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function boxOf(hash: string): Bytes | undefined {
  const text = hash.replace(/^#/, '').slice(NAME.length);
  if (!isPrivateFragment(hash) || !/^[\w-]+$/.test(text)) return undefined;
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
