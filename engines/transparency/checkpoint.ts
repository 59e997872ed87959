/** Checkpoints: which log, how many entries, which root (C2SP tlog-checkpoint). */
import { err, ok, quoteText, type Result } from '@testamur/engines/kernel';
import { fromBase64, toBase64 } from './base64.ts';
import { parseDecimal } from './decimal.ts';
import { refuse, type TransparencyProblem } from './errors.ts';
import { type Note, parseNote } from './note.ts';
import type { NoteKey } from './note-key.ts';
import { openNote, type Signed, type Verify } from './open-note.ts';
import { HASH_LENGTH, type Hash } from './tree-hash.ts';

export type Checkpoint = {
  /** The name of the log. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  /** Further lines, which nobody can audit; ours has none. */
  readonly extensions: readonly string[];
};

/** The text that is signed. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, String(size), toBase64(root), ...extensions].map((line) => `${line}\n`).join('');
}

/** @param text that of a note */
export function parseCheckpoint(text: string): Result<Checkpoint, TransparencyProblem> {
  const [origin = '', sizeText = '', rootText = '', ...extensions] = text.slice(0, -1).split('\n');
  const [size, root] = [parseDecimal(sizeText), fromBase64(rootText)];
  if (!size.ok) return size;
  if (!root.ok) return root;
  if (root.value.length !== HASH_LENGTH || origin === '' || !text.endsWith('\n') || extensions.includes(''))
    return err(
      refuse('TRANSPARENCY_CHECKPOINT_FORMAT', 'This is not origin, size and root of a log, each on a line.'),
    );
  return ok({ origin, size: size.value, root: root.value, extensions });
}

export type OpenedCheckpoint = Checkpoint & { readonly note: Note; readonly signed: readonly Signed[] };

/**
 * A checkpoint of the log of that key, signed by it. Its origin must be the name of the key.
 * Cosignatures of `witnesses` are checked too; none is asked for here (`countWitnesses`).
 * @param source untrusted
 */
export function openCheckpoint(
  source: string,
  { log, witnesses = [], verify }: CheckpointTrust,
): Result<OpenedCheckpoint, TransparencyProblem> {
  const note = parseNote(source);
  if (!note.ok) return note;
  const signed = openNote(note.value, [log, ...witnesses], verify);
  if (!signed.ok) return signed;
  if (!signed.value.some(({ key }) => key === log))
    return err(refuse('TRANSPARENCY_NOT_SIGNED', `${log.name} did not sign this checkpoint.`));
  const checkpoint = parseCheckpoint(note.value.text);
  if (!checkpoint.ok) return checkpoint;
  if (checkpoint.value.origin !== log.name)
    return err(
      refuse(
        'TRANSPARENCY_ORIGIN_DIFFERS',
        `The checkpoint is of the log ${quoteText(checkpoint.value.origin)}, not of ${log.name}.`,
      ),
    );
  return ok({ ...checkpoint.value, note: note.value, signed: signed.value });
}

export type CheckpointTrust = {
  readonly log: NoteKey;
  readonly witnesses?: readonly NoteKey[];
  readonly verify: Verify;
};

/** How many witnesses stand behind a checkpoint that was opened. */
export const countWitnesses = ({ signed }: OpenedCheckpoint): number =>
  signed.filter(({ key }) => key.kind === 'witness').length;
