import { err, joinBytes, ok, type Result } from '@testamur/engines/kernel';
import { refuse, type TransparencyProblem } from './errors.ts';

/** Each entry of a bundle stands behind its length in two bytes (C2SP tlog-tiles, "Log entries"). */
export const ENTRY_LIMIT = 0xffff;

export function checkEntry(entry: Uint8Array): Result<Uint8Array, TransparencyProblem> {
  if (entry.length <= ENTRY_LIMIT) return ok(entry);
  const message = `An entry of the log has at most ${ENTRY_LIMIT} bytes; this one has ${entry.length}.`;
  return err(refuse('TRANSPARENCY_ENTRY_TOO_LONG', message));
}

/** @param entries each within `ENTRY_LIMIT` */
export function writeBundle(entries: readonly Uint8Array[]): Uint8Array {
  return joinBytes(
    ...entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]),
  );
}

/** The entries of a bundle of that width; nothing may be left over and nothing be missing. */
export function readBundle(
  bytes: Uint8Array,
  width: number,
): Result<readonly Uint8Array[], TransparencyProblem> {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (entries.length < width) {
    const [high, low] = bytes.subarray(at, at + 2);
    if (high === undefined || low === undefined) return err(malformed(width));
    const length = high * 256 + low;
    const entry = bytes.subarray(at + 2, at + 2 + length);
    if (entry.length < length) return err(malformed(width));
    entries.push(entry);
    at += 2 + length;
  }
  return at === bytes.length ? ok(entries) : err(malformed(width));
}

const malformed = (width: number): TransparencyProblem =>
  refuse('TRANSPARENCY_BUNDLE_FORMAT', `The bundle does not hold exactly ${width} entries.`);
