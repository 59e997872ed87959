import { err, ok, type Result } from '@testamur/engines/kernel';
import { refuse, type TransparencyProblem } from './errors.ts';
import { HASH_LENGTH, type Hash } from './tree-hash.ts';

export function checkHashes(hashes: readonly Hash[]): Result<true, TransparencyProblem> {
  return hashes.every(({ length }) => length === HASH_LENGTH)
    ? ok(true)
    : err(refuse('TRANSPARENCY_HASH_LENGTH', 'A hash of the proof is not 32 bytes long.'));
}

export const tooFewOrMany = (): TransparencyProblem =>
  refuse('TRANSPARENCY_PROOF_LENGTH', 'The proof has too few or too many hashes for a tree of this size.');
