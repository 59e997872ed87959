import { joinBytes } from '@testamur/engines/kernel';
import { hashInTile, TILE_WIDTH, type TileRef } from './tile.ts';
import { EMPTY_ROOT, HASH_LENGTH, type Hash, hashNode } from './tree-hash.ts';

/** The right edge of a tree: of each level of tiles the hashes of the one that is not full, leaves first. All that growing needs. */
export type TreeEdge = { readonly size: number; readonly levels: readonly (readonly Hash[])[] };

export type Tile = TileRef & { readonly bytes: Uint8Array };

export type Growth = { readonly edge: TreeEdge; readonly tiles: readonly Tile[] };

export const EMPTY_TREE: TreeEdge = { size: 0, levels: [] };

/** Adds leaves; `tiles` are those that became full and, of the new size, those that are not: what must be written. */
export function growTree({ size, levels }: TreeEdge, leaves: readonly Hash[]): Growth {
  const open = levels.map((hashes) => [...hashes]);
  const tiles: Tile[] = [];
  let grown = size;
  for (const leaf of leaves) {
    grown += 1;
    let carried: Hash | undefined = leaf;
    for (let level = 0; carried !== undefined; level += 1) {
      const hashes: Hash[] = open[level] ?? [];
      open[level] = hashes;
      hashes.push(carried);
      carried = undefined;
      if (hashes.length < TILE_WIDTH) continue;
      tiles.push(tileOf(level, grown / TILE_WIDTH ** (level + 1) - 1, hashes));
      carried = hashOfFull(hashes);
      open[level] = [];
    }
  }
  return { edge: { size: grown, levels: open }, tiles: [...tiles, ...openTiles(grown, open)] };
}

function openTiles(size: number, open: readonly (readonly Hash[])[]): readonly Tile[] {
  return open
    .map((hashes, level) => tileOf(level, Math.floor(size / TILE_WIDTH ** (level + 1)), hashes))
    .filter(({ width }) => width > 0);
}

const tileOf = (level: number, index: number, hashes: readonly Hash[]): Tile => ({
  ...{ level, index, width: hashes.length, bytes: joinBytes(...hashes) },
});

/** The edge of a tree, out of its partial tiles by level; a level without one is empty. */
export function edgeOf(size: number, partial: readonly Uint8Array[]): TreeEdge {
  const levels = partial.map((bytes) =>
    Array.from({ length: bytes.length / HASH_LENGTH }, (_, place) => hashInTile(bytes, place)),
  );
  return { size, levels };
}

export function rootOfEdge({ levels }: TreeEdge): Hash {
  const blocks = [...levels].reverse().flatMap(wholeBlocks);
  return blocks.length === 0 ? EMPTY_ROOT : blocks.reduceRight((right, left) => hashNode(left, right));
}

/** The hashes of a tile as whole subtrees, the largest first: as many as its width has ones in binary. */
function wholeBlocks(hashes: readonly Hash[]): readonly Hash[] {
  const blocks: Hash[] = [];
  let at = 0;
  for (let length = TILE_WIDTH; length >= 1; length /= 2) {
    if (at + length > hashes.length) continue;
    blocks.push(hashOfFull(hashes.slice(at, at + length)));
    at += length;
  }
  return blocks;
}

function hashOfFull(hashes: readonly Hash[]): Hash {
  let row = hashes;
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, pair) =>
      hashNode(row[2 * pair] ?? EMPTY_ROOT, row[2 * pair + 1] ?? EMPTY_ROOT),
    );
  return row[0] ?? EMPTY_ROOT;
}
