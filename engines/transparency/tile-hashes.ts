/** Hashes of parts of a tree out of its tiles: what is not in a tile is hashed from what is. */
import { andThen, collectResults, err, mapResult, ok, type Result } from '@testamur/engines/kernel';
import { refuse, type TransparencyProblem } from './errors.ts';
import type { Range } from './proof-steps.ts';
import { hashInTile, TILE_HEIGHT, TILE_WIDTH, type TileRef, tilePath, widthOf } from './tile.ts';
import { EMPTY_ROOT, HASH_LENGTH, type Hash, hashNode, splitPoint } from './tree-hash.ts';

/** The bytes of tiles that were read, by their path. */
export type Tiles = ReadonlyMap<string, Uint8Array>;

/** A whole subtree: the `index`-th of those with 2^`height` leaves. */
type Block = { readonly height: number; readonly index: number };

/** Which tiles must be read for the hashes of these parts of a tree of `size` leaves, each once. */
export function tilesFor(ranges: readonly Range[], size: number): readonly TileRef[] {
  const refs = ranges.flatMap(blocksOf).map((block) => tileOf(block, size));
  return [...new Map(refs.map((ref) => [tilePath(ref), ref])).values()];
}

/** The hashes of these parts, each one that `checkPart` accepts. */
export function hashesOf(
  ranges: readonly Range[],
  size: number,
  tiles: Tiles,
): Result<readonly Hash[], TransparencyProblem> {
  const found = collectResults(ranges.map((range) => hashOfRange(range, size, tiles)));
  return found.ok ? found : err(found.error[0] ?? wrongTile('tile'));
}

/** The root of a tree out of the tiles of its right edge. */
export function rootOfTiles(size: number, tiles: Tiles): Result<Hash, TransparencyProblem> {
  return size === 0 ? ok(EMPTY_ROOT) : hashOfRange({ start: 0, end: size }, size, tiles);
}

function hashOfRange(range: Range, size: number, tiles: Tiles): Result<Hash, TransparencyProblem> {
  const blocks = blocksOf(range).map((block) => hashOfBlock(block, size, tiles));
  return blocks.reduceRight((right, left) =>
    andThen(left, (leftHash) => mapResult(right, (rightHash) => hashNode(leftHash, rightHash))),
  );
}

/** The whole subtrees of a part, left to right: each smaller than the one before. */
function blocksOf({ start, end }: Range): readonly Block[] {
  const length = end - start;
  const height = Math.log2(length);
  if (Number.isInteger(height)) return [{ height, index: start / length }];
  const middle = start + splitPoint(length);
  return [...blocksOf({ start, end: middle }), ...blocksOf({ start: middle, end })];
}

function tileOf({ height, index }: Block, size: number): TileRef {
  const level = Math.floor(height / TILE_HEIGHT);
  const tile = Math.floor((index * 2 ** (height % TILE_HEIGHT)) / TILE_WIDTH);
  return { level, index: tile, width: widthOf(level, tile, size) };
}

function hashOfBlock(block: Block, size: number, tiles: Tiles): Result<Hash, TransparencyProblem> {
  const ref = tileOf(block, size);
  const path = tilePath(ref);
  const tile = tiles.get(path);
  if (tile?.length !== ref.width * HASH_LENGTH) return err(wrongTile(path));
  const length = 2 ** (block.height % TILE_HEIGHT);
  const first = (block.index * length) % TILE_WIDTH;
  return ok(hashWithin(tile, first, length));
}

function hashWithin(tile: Uint8Array, first: number, length: number): Hash {
  if (length === 1) return hashInTile(tile, first);
  const half = length / 2;
  return hashNode(hashWithin(tile, first, half), hashWithin(tile, first + half, half));
}

const wrongTile = (path: string): TransparencyProblem =>
  refuse('TRANSPARENCY_TILE_FORMAT', `The tile ${path} is missing or is not as wide as the tree demands.`);
