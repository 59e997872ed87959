/** A log in memory for tests: all its leaves, its tiles, its signed checkpoint. */
import { expectOk, type Result, utf8Of } from '@testamur/engines/kernel';
import {
  EMPTY_TREE,
  formatCheckpoint,
  formatNote,
  growTree,
  type Hash,
  hashesOf,
  hashLeaf,
  type Range,
  rootOfEdge,
  type TransparencyProblem,
  tilePath,
} from './index.ts';
import { makeSigner, type Signer } from './signing.fixture.ts';

export const ORIGIN = 'example.org/log';
export const LOG = makeSigner('log', ORIGIN, 7);

export const entryOf = (index: number): Uint8Array => utf8Of(`entry ${index}`);
export const leavesTo = (size: number): readonly Hash[] =>
  Array.from({ length: size }, (_, index) => hashLeaf(entryOf(index)));

/** The root of those leaves, and the tiles of exactly that size. */
export function treeOf(leaves: readonly Hash[]) {
  const { edge, tiles } = growTree(EMPTY_TREE, leaves);
  return { root: rootOfEdge(edge), tiles: new Map(tiles.map((tile) => [tilePath(tile), tile.bytes])) };
}

export type SmallTree = ReturnType<typeof treeOf>;

/** The hashes of a proof, out of the tiles. */
export function proofFrom(
  ranges: Result<readonly Range[], TransparencyProblem>,
  size: number,
  { tiles }: SmallTree,
): readonly Hash[] {
  return expectOk(hashesOf(expectOk(ranges, 'the tree has this part'), size, tiles), 'the tiles are whole');
}

export function signedCheckpoint(size: number, root: Hash, { key, sign }: Signer = LOG): string {
  const text = formatCheckpoint({ origin: ORIGIN, size, root, extensions: [] });
  return formatNote({ text, signatures: [{ name: key.name, id: key.id, signature: sign(utf8Of(text)) }] });
}
