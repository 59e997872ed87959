import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { PersonKeys } from '@testamur/services/privacy';

const PREFIX = 'sealed:1:';
const NONCE = 12;
const TAG = 16;

/** What a value that cannot be shown reads as. */
export const ERASED = '(erased)';
export const RESTRICTED = '(restricted)';

/** Where a value stands: table, column and the key of its row. A value that is moved elsewhere does not open there. */
export type Place = string;
export const placeOf = (table: string, column: string, key: readonly string[]): Place =>
  [table, column, ...key].join('/');

export const isSealed = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith(PREFIX);

/** AES-256-GCM under the subject's key with a random nonce: the same text is never sealed to the same value twice. */
export function seal(
  keys: PersonKeys,
  { subject, place }: { readonly subject: string; readonly place: Place },
  text: string,
): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keys.make(subject), nonce).setAAD(bindingOf(subject, place));
  const bytes = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${PREFIX}${subject}:${bytes.toString('base64url')}`;
}

export type Unsealed =
  | { readonly state: 'plain'; readonly text: string }
  | { readonly state: 'erased' }
  | { readonly state: 'restricted' };

/** The text, for a reader; throws when the value was altered or moved, or its key is missing without having been destroyed. */
export function unseal(
  keys: PersonKeys,
  { place, reader }: { readonly place: Place; readonly reader: string | undefined },
  sealed: string,
): Unsealed {
  const [subject = '', payload = ''] = sealed.slice(PREFIX.length).split(':');
  const found = keys.find(subject);
  if (found.state === 'destroyed') return { state: 'erased' };
  if (found.state === 'none')
    throw new Error(
      `There is no key for ${place}. The folder of person keys (TESTAMUR_PERSON_KEYS) is not the one that belongs to this database.`,
    );
  if (found.isRestricted && reader !== subject) return { state: 'restricted' };
  const bytes = Buffer.from(payload, 'base64url');
  const cipher = createDecipheriv('aes-256-gcm', found.key, bytes.subarray(0, NONCE));
  cipher.setAAD(bindingOf(subject, place)).setAuthTag(bytes.subarray(-TAG));
  const text = Buffer.concat([cipher.update(bytes.subarray(NONCE, -TAG)), cipher.final()]).toString('utf8');
  return { state: 'plain', text };
}

const bindingOf = (subject: string, place: Place): Buffer => Buffer.from(`${subject}/${place}`);

/** HMAC-SHA-256, apart for each column: the same mail address in two tables does not show. */
export const lookupHash = (keys: PersonKeys, column: string, text: string): string =>
  createHmac('sha256', keys.lookupKey).update(`${column}\n`).update(text).digest('hex');

/** What is searched for is compared without case and in one Unicode form. */
export const lookupForm = (text: string): string => text.normalize('NFC').trim().toLowerCase();
