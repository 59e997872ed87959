/** The hashes of a proof as text carries them: base64, one to a line. */
import { err, ok, type Result } from '@testamur/engines/kernel';
import { fromBase64 } from './base64.ts';
import type { TransparencyProblem } from './errors.ts';
import { HASH_LENGTH, type Hash } from './tree-hash.ts';

/** `malformed`: what to say of a line that is base64 of something else. */
export function parseHashLines(
  lines: readonly string[],
  malformed: () => TransparencyProblem,
): Result<readonly Hash[], TransparencyProblem> {
  const hashes: Hash[] = [];
  for (const line of lines) {
    const hash = fromBase64(line);
    if (!hash.ok) return hash;
    if (hash.value.length !== HASH_LENGTH) return err(malformed());
    hashes.push(hash.value);
  }
  return ok(hashes);
}
