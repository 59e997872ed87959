import { areSameBytes, err, ok, type Result } from '@testamur/engines/kernel';
import { refuse, type TransparencyProblem } from './errors.ts';
import { checkHashes, tooFewOrMany } from './proof-hashes.ts';
import { checkPart, outside, type Range, stepsTo } from './proof-steps.ts';
import { EMPTY_ROOT, type Hash, hashNode } from './tree-hash.ts';

/** Which parts of the tree make up the proof that the part is of the tree (RFC 9162 section 2.1.4.1, for any part). */
export function partConsistencyRanges(
  part: Range,
  size: number,
): Result<readonly Range[], TransparencyProblem> {
  const checked = checkPart(part, size);
  if (!checked.ok) return checked;
  const { steps, rest } = stepsTo(part, size);
  const others = steps.map(({ beside }) => beside).reverse();
  return ok(steps.some(({ crosses }) => crosses) ? [rest, ...others] : others);
}

/** Which parts of the newer tree make up the proof that the older one is its beginning. */
export function consistencyRanges(
  older: number,
  newer: number,
): Result<readonly Range[], TransparencyProblem> {
  return partConsistencyRanges({ start: 0, end: older }, newer);
}

export type PartConsistency = {
  readonly part: Range;
  readonly size: number;
  readonly partRoot: Hash;
  readonly root: Hash;
  readonly proof: readonly Hash[];
};

/** Whether `partRoot` is the hash of that part of the tree with this root. Of an empty part nothing can be said of the tree. */
export function verifyPartConsistency(claim: PartConsistency): Result<true, TransparencyProblem> {
  const { part, size, partRoot, root, proof } = claim;
  if (part.start === part.end && 0 <= part.start && part.end <= size)
    return proof.length > 0
      ? err(tooFewOrMany())
      : areSameBytes(partRoot, EMPTY_ROOT)
        ? ok(true)
        : err(differs());
  const checked = checkPart(part, size);
  if (!checked.ok) return checked;
  const lengths = checkHashes(proof);
  if (!lengths.ok) return lengths;
  const { steps } = stepsTo(part, size);
  const isCrossed = steps.some(({ crosses }) => crosses);
  const [first = partRoot, ...others] = isCrossed ? proof : [partRoot, ...proof];
  if (others.length !== steps.length || (isCrossed && proof.length === 0)) return err(tooFewOrMany());
  let [inPart, inTree] = [first, first];
  others.forEach((hash, place) => {
    const step = steps[steps.length - 1 - place];
    if (step?.crosses === true) inPart = hashNode(hash, inPart);
    inTree = step?.isLeft === true ? hashNode(hash, inTree) : hashNode(inTree, hash);
  });
  return areSameBytes(inPart, partRoot) && areSameBytes(inTree, root) ? ok(true) : err(differs());
}

export type Consistency = {
  readonly older: number;
  readonly newer: number;
  readonly olderRoot: Hash;
  readonly newerRoot: Hash;
  readonly proof: readonly Hash[];
};

/**
 * Whether the older tree is the beginning of the newer one (RFC 9162 section 2.1.4.2).
 * From an empty tree to a larger one there is nothing to prove, so that a proof of it is refused.
 */
export function verifyConsistency({
  older,
  newer,
  olderRoot,
  newerRoot,
  proof,
}: Consistency): Result<true, TransparencyProblem> {
  if (older === 0 && newer === 0 && !areSameBytes(newerRoot, EMPTY_ROOT)) return err(differs());
  if (older === 0 && newer !== 0) return err(outside());
  return verifyPartConsistency({
    part: { start: 0, end: older },
    size: newer,
    partRoot: olderRoot,
    root: newerRoot,
    proof,
  });
}

const differs = (): TransparencyProblem =>
  refuse('TRANSPARENCY_ROOT_DIFFERS', 'The proof does not lead from the older root to the newer one.');
