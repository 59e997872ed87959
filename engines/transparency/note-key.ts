import {
  err,
  hasLoneSurrogate,
  joinBytes,
  ok,
  quoteText,
  type Result,
  sha256,
  utf8Of,
} from '@testamur/engines/kernel';
import { fromBase64, toBase64 } from './base64.ts';
import { refuse, type TransparencyProblem } from './errors.ts';

/** `log`: signs notes as they are; `witness`: signs checkpoints with the time (C2SP tlog-cosignature). Both with Ed25519. */
export type KeyKind = 'log' | 'witness';

/** Signature type identifiers of C2SP signed-note. */
const KIND_BYTES = { log: 0x01, witness: 0x04 } as const;
const PUBLIC_KEY_LENGTH = 32;

export type NoteKey = {
  readonly kind: KeyKind;
  readonly name: string;
  /** The first four bytes of a hash: it tells keys apart and proves nothing. */
  readonly id: number;
  /** Ed25519, 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
};

/** Not empty, without spaces, control characters and plus signs. */
export function isKeyName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is forbidden
  return name !== '' && !/[\s+\u0000-\u001f\u0085]/u.test(name) && !hasLoneSurrogate(name);
}

export function makeNoteKey(
  kind: KeyKind,
  name: string,
  publicKey: Uint8Array,
): Result<NoteKey, TransparencyProblem> {
  if (!isKeyName(name))
    return err(
      refuse('TRANSPARENCY_KEY_FORMAT', `${quoteText(name)} cannot name a key: no spaces, no plus sign.`),
    );
  if (publicKey.length !== PUBLIC_KEY_LENGTH)
    return err(
      refuse('TRANSPARENCY_KEY_FORMAT', 'The public key is not 32 bytes long, as Ed25519 keys are.'),
    );
  const hash = sha256(joinBytes(utf8Of(`${name}\n`), Uint8Array.of(KIND_BYTES[kind]), publicKey));
  return ok({ kind, name, publicKey, id: new DataView(hash.buffer, hash.byteOffset).getUint32(0) });
}

/** A verifier key: `name+id in hexadecimal+base64 of type and key`. */
export function formatNoteKey({ kind, name, id, publicKey }: NoteKey): string {
  const bytes = joinBytes(Uint8Array.of(KIND_BYTES[kind]), publicKey);
  return `${name}+${id.toString(16).padStart(8, '0')}+${toBase64(bytes)}`;
}

export function parseNoteKey(text: string): Result<NoteKey, TransparencyProblem> {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-fA-F]{8})\+(.+)$/u.exec(text.trim()) ?? [];
  const bytes = fromBase64(encoded);
  if (name === '' || !bytes.ok) return err(malformed(text));
  const kind = (['log', 'witness'] as const).find((each) => KIND_BYTES[each] === bytes.value[0]);
  if (kind === undefined)
    return err(
      refuse('TRANSPARENCY_KEY_KIND', 'The key is not of an algorithm that is known here (Ed25519).'),
    );
  const key = makeNoteKey(kind, name, bytes.value.slice(1));
  if (!key.ok) return key;
  return key.value.id === Number.parseInt(id, 16) ? key : err(malformed(text));
}

const malformed = (text: string): TransparencyProblem =>
  refuse(
    'TRANSPARENCY_KEY_FORMAT',
    `${quoteText(text)} is not a verifier key.`,
    'It is written as name+id+key, such as example.org/log+1a2b3c4d+AQ…, and was printed when the log was begun.',
  );
