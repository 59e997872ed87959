/** A witness (C2SP tlog-witness, add-checkpoint) as a state and what a request makes of it. Keeping the state, and time, are the caller's. */
import { areSameBytes, err, ok, type Result } from '@testamur/engines/kernel';
import { toBase64 } from './base64.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { verifyConsistency } from './consistency.ts';
import { cosignedMessage, makeCosignature } from './cosignature.ts';
import { parseDecimal } from './decimal.ts';
import { refuse, type TransparencyProblem } from './errors.ts';
import { parseHashLines } from './hash-lines.ts';
import { formatSignatureLine, type Note, parseNote } from './note.ts';
import type { NoteKey } from './note-key.ts';
import { openNote, type Verify } from './open-note.ts';
import type { Hash } from './tree-hash.ts';

const HASH_LIMIT = 63;

export type WitnessRequest = {
  readonly oldSize: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: string;
};

export function formatWitnessRequest({ oldSize, proof, checkpoint }: WitnessRequest): string {
  return `${[`old ${oldSize}`, ...proof.map(toBase64), ''].join('\n')}\n${checkpoint}`;
}

/** @param source untrusted */
export function parseWitnessRequest(source: string): Result<WitnessRequest, TransparencyProblem> {
  const split = source.indexOf('\n\n');
  const [first = '', ...lines] = source.slice(0, Math.max(0, split)).split('\n');
  if (!first.startsWith('old ') || lines.length > HASH_LIMIT) return err(malformed());
  const oldSize = parseDecimal(first.slice(4));
  if (!oldSize.ok) return oldSize;
  const proof = parseHashLines(lines, malformed);
  if (!proof.ok) return proof;
  return ok({ oldSize: oldSize.value, proof: proof.value, checkpoint: source.slice(split + 2) });
}

/** What a witness remembers of one log: the latest checkpoint that it cosigned. Undefined: none yet. */
export type Witnessed = { readonly size: number; readonly root: Hash } | undefined;

export type WitnessTrust = {
  /** The logs that are witnessed, by their origin. */
  readonly logs: ReadonlyMap<string, readonly NoteKey[]>;
  readonly latest: (origin: string) => Witnessed;
  readonly verify: Verify;
};

/** The HTTP status of the answer, and with 409 the size that the witness holds. */
export type WitnessAnswer =
  | { readonly status: 200; readonly note: Note; readonly checkpoint: Checkpoint }
  | { readonly status: 400 | 403 | 404 | 422; readonly problem: TransparencyProblem }
  | { readonly status: 409; readonly problem: TransparencyProblem; readonly size: number };

/**
 * Judges a request. At 200 the caller keeps the new size and root in one step with the look at the old ones, and only then
 * signs (`cosign`): two requests must not both build upon the same old size.
 * @param source untrusted
 */
export function judgeWitnessRequest(source: string, { logs, latest, verify }: WitnessTrust): WitnessAnswer {
  const request = parseWitnessRequest(source);
  if (!request.ok) return { status: 400, problem: request.error };
  const note = parseNote(request.value.checkpoint);
  if (!note.ok) return { status: 400, problem: note.error };
  const checkpoint = parseCheckpoint(note.value.text);
  if (!checkpoint.ok) return { status: 400, problem: checkpoint.error };
  const keys = logs.get(checkpoint.value.origin);
  if (keys === undefined)
    return { status: 404, problem: refuse('TRANSPARENCY_ORIGIN_DIFFERS', 'This log is not witnessed here.') };
  const signed = openNote(note.value, keys, verify);
  if (!signed.ok) return { status: 403, problem: signed.error };
  const { oldSize, proof } = request.value;
  return judgeGrowth({ oldSize, proof, checkpoint: checkpoint.value, note: note.value }, latest);
}

type Growing = Omit<WitnessRequest, 'checkpoint'> & { readonly checkpoint: Checkpoint; readonly note: Note };

function judgeGrowth(
  { oldSize, proof, checkpoint, note }: Growing,
  latest: WitnessTrust['latest'],
): WitnessAnswer {
  if (oldSize > checkpoint.size)
    return {
      status: 400,
      problem: refuse('TRANSPARENCY_REQUEST_FORMAT', 'The old size is beyond the new one.'),
    };
  const held = latest(checkpoint.origin);
  const size = held?.size ?? 0;
  if (oldSize !== size)
    return {
      status: 409,
      size,
      problem: refuse('TRANSPARENCY_REQUEST_FORMAT', `The witness holds size ${size}.`),
    };
  if (held !== undefined && size === checkpoint.size && !areSameBytes(held.root, checkpoint.root))
    return {
      status: 409,
      size,
      problem: refuse('TRANSPARENCY_ROOT_DIFFERS', 'Another root was cosigned at this size.'),
    };
  const consistent = checkGrowth(size, held?.root, checkpoint, proof);
  return consistent.ok ? { status: 200, note, checkpoint } : { status: 422, problem: consistent.error };
}

/** From nothing, anything may grow, without a proof. */
function checkGrowth(
  older: number,
  olderRoot: Hash | undefined,
  { size, root }: Checkpoint,
  proof: readonly Hash[],
) {
  if (older === 0 || olderRoot === undefined)
    return proof.length === 0
      ? ok<true>(true)
      : err(refuse('TRANSPARENCY_PROOF_LENGTH', 'From size 0 there is nothing to prove.'));
  return verifyConsistency({ older, newer: size, olderRoot, newerRoot: root, proof });
}

/** The line that answers with 200. */
export function cosign(note: Note, { key, time, sign }: Cosigner): string {
  return formatSignatureLine(makeCosignature(key, time, sign(cosignedMessage(note.text, time))));
}

export type Cosigner = {
  readonly key: NoteKey;
  /** Seconds since 1970. */
  readonly time: number;
  /** Ed25519 by that key. */
  readonly sign: (message: Uint8Array) => Uint8Array;
};

const malformed = (): TransparencyProblem =>
  refuse('TRANSPARENCY_REQUEST_FORMAT', 'This is not an old size, a proof, an empty line and a checkpoint.');
