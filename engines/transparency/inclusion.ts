import { areSameBytes, err, ok, type Result } from '@testamur/engines/kernel';
import { refuse, type TransparencyProblem } from './errors.ts';
import { checkHashes, tooFewOrMany } from './proof-hashes.ts';
import { checkPart, outside, type Range, stepsTo } from './proof-steps.ts';
import { type Hash, hashNode } from './tree-hash.ts';

/** Which parts of the tree make up the proof for a leaf: sibling of the leaf first (RFC 9162 section 2.1.3.1). */
export function inclusionRanges(index: number, size: number): Result<readonly Range[], TransparencyProblem> {
  const leaf = { start: index, end: index + 1 };
  const checked = checkPart(leaf, size);
  return checked.ok ? ok(beside(leaf, size)) : checked;
}

const beside = (leaf: Range, size: number): readonly Range[] =>
  stepsTo(leaf, size)
    .steps.map((step) => step.beside)
    .reverse();

export type Inclusion = {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
};

/**
 * Whether the leaf stands at `index` in the tree of `size` leaves with this root (RFC 9162 section 2.1.3.2).
 *
 * @example
 * verifyInclusion({ index: 0, size: 1, leaf: hashLeaf(entry), proof: [], root: hashLeaf(entry) }).ok; // true
 */
export function verifyInclusion({
  index,
  size,
  leaf,
  proof,
  root,
}: Inclusion): Result<true, TransparencyProblem> {
  const part = { start: index, end: index + 1 };
  const checked = checkPart(part, size);
  if (!checked.ok) return checked;
  const lengths = checkHashes([leaf, ...proof]);
  if (!lengths.ok) return lengths;
  const { steps } = stepsTo(part, size);
  if (steps.length !== proof.length) return err(tooFewOrMany());
  const computed = proof.reduce((inner, hash, place) => {
    const step = steps[steps.length - 1 - place];
    return step?.isLeft === true ? hashNode(hash, inner) : hashNode(inner, hash);
  }, leaf);
  return areSameBytes(computed, root)
    ? ok(true)
    : err(
        refuse(
          'TRANSPARENCY_ROOT_DIFFERS',
          'The proof does not lead from this entry to the root of the log.',
        ),
      );
}

export type PartInclusion = Omit<Inclusion, 'size'> & { readonly part: Range };

/** The same within a part of a tree, whose root is given instead of that of the tree. */
export function verifyPartInclusion({
  part,
  index,
  ...rest
}: PartInclusion): Result<true, TransparencyProblem> {
  const checked = checkPart(part, part.end);
  if (!checked.ok) return checked;
  if (index < part.start) return err(outside());
  return verifyInclusion({ ...rest, index: index - part.start, size: part.end - part.start });
}
