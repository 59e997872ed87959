/** Whether known keys signed a note. The signatures themselves are checked outside: `prepareNote`, then `concludeNote`; or `openNote` at once. */
import { err, ok, type Result, utf8Of } from '@testamur/engines/kernel';
import { cosignedMessage, timestampOf } from './cosignature.ts';
import { refuse, type TransparencyProblem } from './errors.ts';
import type { Note, NoteSignature } from './note.ts';
import type { NoteKey } from './note-key.ts';

/** An Ed25519 signature (RFC 8032) to be checked. */
export type SignatureCheck = {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
};

/** Answers whether the signature is right. */
export type Verify = (check: SignatureCheck) => boolean;

export type Signed = { readonly key: NoteKey; readonly signature: NoteSignature };
export type PreparedSignature = Signed & { readonly check: SignatureCheck };

/** What is to be checked: the signatures of known keys. All others are ignored, as the format demands. */
export function prepareNote(note: Note, keys: readonly NoteKey[]): readonly PreparedSignature[] {
  return note.signatures.flatMap((signature) => {
    const key = keys.find(({ name, id }) => name === signature.name && id === signature.id);
    return key === undefined ? [] : [{ key, signature, check: checkOf(note, key, signature) }];
  });
}

function checkOf({ text }: Note, { kind, publicKey }: NoteKey, { signature }: NoteSignature): SignatureCheck {
  if (kind === 'log') return { publicKey, message: utf8Of(text), signature };
  const time = timestampOf(signature);
  return { publicKey, message: cosignedMessage(text, time ?? 0), signature: signature.slice(8) };
}

/** Who signed, once each; refused when a known key is named with a signature that is not its own, or when no known key signed. */
export function concludeNote(
  prepared: readonly PreparedSignature[],
  answers: readonly boolean[],
): Result<readonly Signed[], TransparencyProblem> {
  if (prepared.length === 0)
    return err(refuse('TRANSPARENCY_NOT_SIGNED', 'No key that is trusted here signed this.'));
  const wrong = prepared.find((_, place) => answers[place] !== true);
  if (wrong !== undefined)
    return err(refuse('TRANSPARENCY_SIGNATURE_WRONG', `The signature of ${wrong.key.name} is not right.`));
  return ok([...new Map(prepared.map(({ key, signature }) => [key, { key, signature }])).values()]);
}

export function openNote(
  note: Note,
  keys: readonly NoteKey[],
  verify: Verify,
): Result<readonly Signed[], TransparencyProblem> {
  const prepared = prepareNote(note, keys);
  return concludeNote(
    prepared,
    prepared.map(({ check }) => check.signature.length === 64 && verify(check)),
  );
}
