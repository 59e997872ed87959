import { sha256 } from '@testamur/engines/kernel';

/** A SHA-256 hash: 32 bytes. */
export type Hash = Uint8Array;

export const HASH_LENGTH = 32;

/** RFC 9162 section 2.1.1: the hash of a list without entries is the hash of nothing. */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array(0));

/** RFC 9162 section 2.1.1: leaves and nodes are hashed apart, or a node could pass for an entry. */
export function hashLeaf(entry: Uint8Array): Hash {
  const bytes = new Uint8Array(entry.length + 1);
  bytes.set(entry, 1);
  return sha256(bytes);
}

export function hashNode(left: Hash, right: Hash): Hash {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return sha256(bytes);
}

/** The greatest power of two below `size`, for two leaves and more: where RFC 9162 splits a tree. */
export function splitPoint(size: number): number {
  let point = 1;
  while (point * 2 < size) point *= 2;
  return point;
}

/** The root of a tree by its definition. For large trees see `grow-tree.ts`. */
export function rootOfLeaves(leaves: readonly Hash[]): Hash {
  const [first] = leaves;
  if (first === undefined) return EMPTY_ROOT;
  if (leaves.length === 1) return first;
  const point = splitPoint(leaves.length);
  return hashNode(rootOfLeaves(leaves.slice(0, point)), rootOfLeaves(leaves.slice(point)));
}
