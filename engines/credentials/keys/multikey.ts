/** Multikey: base58btc of a code for the kind (varint of the Multicodec table) and the key, points packed (Controlled Identifiers 1.0 section 2.2.2). */
import { err, joinBytes, ok, quoteText, type Result } from '@testamur/engines/kernel';
import { fromBase58, toBase58 } from '../bytes/base58.ts';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { packPoint, unpackPoint } from './point.ts';
import { KEY_LENGTHS, type KeyKind, type PublicKey } from './public-key.ts';

const CODES: Readonly<Record<KeyKind, readonly [number, number]>> = {
  Ed25519: [0xed, 0x01],
  'P-256': [0x80, 0x24],
  'P-384': [0x81, 0x24],
};
const KINDS = Object.keys(CODES) as readonly KeyKind[];

/** @param text untrusted */
export function parseMultikey(text: string): Result<PublicKey, CredentialsProblem> {
  if (!text.startsWith('z')) return err(malformed(text));
  const bytes = fromBase58(text.slice(1));
  if (!bytes.ok) return err(malformed(text));
  const kind = KINDS.find((each) => CODES[each].every((code, n) => bytes.value[n] === code));
  if (kind === undefined)
    return err(
      refuse(
        'CREDENTIALS_KEY_KIND',
        `${quoteText(text)} is no key of a kind known here: Ed25519, P-256, P-384.`,
      ),
    );
  const packed = bytes.value.subarray(2);
  if (kind !== 'Ed25519') {
    const point = unpackPoint(kind, packed);
    return point.ok ? ok({ kind, bytes: point.value }) : point;
  }
  return packed.length === KEY_LENGTHS[kind].key ? ok({ kind, bytes: packed.slice() }) : err(malformed(text));
}

export function formatMultikey({ kind, bytes }: PublicKey): string {
  const packed = kind === 'Ed25519' ? bytes : packPoint(bytes);
  return `z${toBase58(joinBytes(Uint8Array.from(CODES[kind]), packed))}`;
}

const malformed = (text: string): CredentialsProblem =>
  refuse('CREDENTIALS_KEY_FORMAT', `${quoteText(text)} is not a public key in Multibase.`);
