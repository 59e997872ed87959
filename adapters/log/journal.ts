/**
 * The journal: entries that have an index and are durable, before they are in tiles. Frames one after the other, one for each
 * time that was waited for the disk: mark, length of the body, first index, count, SHA-256 of those and the body, body.
 */
import { areSameBytes, err, joinBytes, ok, type Result, sha256, utf8Of } from '@testamur/engines/kernel';
import { readBundle, writeBundle } from '@testamur/engines/transparency';
import { type LogProblem, refuse } from './errors.ts';

const MARK = utf8Of('TLJ1');
const FIELDS = 20;
const HEADER = FIELDS + 32;

/** Most entries of one frame: what waits longer waits for the next. */
export const FRAME_ENTRIES = 4096;

export type Frame = { readonly first: number; readonly entries: readonly Uint8Array[] };

export function writeFrame({ first, entries }: Frame): Uint8Array {
  const body = writeBundle(entries);
  const fields = new Uint8Array(FIELDS);
  fields.set(MARK);
  const view = new DataView(fields.buffer);
  view.setUint32(4, body.length);
  view.setUint32(8, Math.floor(first / 2 ** 32));
  view.setUint32(12, first % 2 ** 32);
  view.setUint32(16, entries.length);
  return joinBytes(fields, sha256(joinBytes(fields, body)), body);
}

/**
 * The frames of a journal. What was being written when the process died is at its end and was never acknowledged: it is left out.
 * Damage before a whole frame is no such end, and is refused.
 */
export function readJournal(bytes: Uint8Array): Result<readonly Frame[], LogProblem> {
  const frames: Frame[] = [];
  let at = 0;
  while (at < bytes.length) {
    const found = readFrame(bytes, at);
    if (found === undefined) return hasFrameAfter(bytes, at) ? err(damaged()) : ok(frames);
    const last = frames.at(-1);
    if (last !== undefined && found.frame.first !== last.first + last.entries.length) return err(damaged());
    frames.push(found.frame);
    at = found.end;
  }
  return ok(frames);
}

function readFrame(bytes: Uint8Array, at: number): { frame: Frame; end: number } | undefined {
  const header = bytes.subarray(at, at + HEADER);
  if (header.length < HEADER || !areSameBytes(header.subarray(0, 4), MARK)) return undefined;
  const view = new DataView(header.buffer, header.byteOffset);
  const end = at + HEADER + view.getUint32(4);
  const body = bytes.subarray(at + HEADER, end);
  if (end > bytes.length) return undefined;
  if (!areSameBytes(sha256(joinBytes(header.subarray(0, FIELDS), body)), header.subarray(FIELDS)))
    return undefined;
  const entries = readBundle(body, view.getUint32(16));
  if (!entries.ok) return undefined;
  return { frame: { first: view.getUint32(8) * 2 ** 32 + view.getUint32(12), entries: entries.value }, end };
}

function hasFrameAfter(bytes: Uint8Array, from: number): boolean {
  for (let at = from + 1; at + HEADER <= bytes.length; at += 1)
    if (bytes[at] === MARK[0] && readFrame(bytes, at) !== undefined) return true;
  return false;
}

const damaged = (): LogProblem =>
  refuse(
    'LOG_DAMAGED',
    'The journal of the log is damaged before its end: entries that were acknowledged may be missing.',
    'Change nothing. Restore .writer/journal from the disk or a backup, or rebuild the log from the database.',
  );
