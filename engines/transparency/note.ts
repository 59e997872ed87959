/** Signed notes (C2SP signed-note). The text means nothing before `openNote` or `concludeNote` has said that a known key signed it. */
import { err, hasLoneSurrogate, ok, type Result } from '@testamur/engines/kernel';
import { fromBase64, toBase64 } from './base64.ts';
import { refuse, type TransparencyProblem } from './errors.ts';
import { isKeyName } from './note-key.ts';

export type NoteSignature = {
  readonly name: string;
  readonly id: number;
  readonly signature: Uint8Array;
};

/** Untrusted: parsed, not verified. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** More than any log needs; a note beyond them is not read. */
export const NOTE_LIMITS = { length: 1_000_000, signatures: 100 } as const;

/** @param source untrusted */
export function parseNote(source: string): Result<Note, TransparencyProblem> {
  if (source.length > NOTE_LIMITS.length) return err(tooLong());
  const split = source.lastIndexOf('\n\n');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is forbidden
  const isText = split > 0 && source.endsWith('\n') && !/[\u0000-\u0009\u000b-\u001f]/.test(source);
  if (!isText || hasLoneSurrogate(source))
    return err(malformed('It is not a text, an empty line and signatures.'));
  const lines = source
    .slice(split + 2)
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0) return err(malformed('It has no signature.'));
  if (lines.length > NOTE_LIMITS.signatures) return err(tooLong());
  const signatures = lines.map(parseSignatureLine);
  const known = signatures.filter((signature) => signature !== undefined);
  if (known.length < signatures.length) return err(malformed('A line of a signature is not well formed.'));
  return ok({ text: source.slice(0, split + 1), signatures: known });
}

/** `— name base64`, without its newline. */
export function parseSignatureLine(line: string): NoteSignature | undefined {
  const [dash, name = '', encoded = '', ...more] = line.split(' ');
  if (dash !== '—' || more.length > 0 || !isKeyName(name)) return undefined;
  const bytes = fromBase64(encoded);
  if (!bytes.ok || bytes.value.length < 5) return undefined;
  const id = new DataView(bytes.value.buffer).getUint32(0);
  return { name, id, signature: bytes.value.slice(4) };
}

export function formatSignatureLine({ name, id, signature }: NoteSignature): string {
  const bytes = new Uint8Array(4 + signature.length);
  new DataView(bytes.buffer).setUint32(0, id);
  bytes.set(signature, 4);
  return `— ${name} ${toBase64(bytes)}\n`;
}

/** @param text ends in a newline */
export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(formatSignatureLine).join('')}`;
}

const malformed = (why: string): TransparencyProblem =>
  refuse('TRANSPARENCY_NOTE_FORMAT', `This is not a signed note. ${why}`);
const tooLong = (): TransparencyProblem =>
  refuse('TRANSPARENCY_NOTE_TOO_LONG', 'The note is longer, or has more signatures, than is read here.');
