/** Where the hashes and entries of a log stand among its files (C2SP tlog-tiles). */
import { HASH_LENGTH } from './tree-hash.ts';

export const TILE_WIDTH = 256;
/** The levels of a tree between two levels of tiles. */
export const TILE_HEIGHT = 8;
export const TILE_BYTES = TILE_WIDTH * HASH_LENGTH;

/** `level` is that of hashes, 0 being the leaves, or the entries themselves. */
export type TileLevel = number | 'entries';

/** `width` hashes or entries: 256 in a full tile, fewer in a partial one. */
export type TileRef = { readonly level: TileLevel; readonly index: number; readonly width: number };

/** @example tilePath({ level: 0, index: 1234067, width: 12 }); // 'tile/0/x001/x234/067.p/12' */
export function tilePath({ level, index, width }: TileRef): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  const path = groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

const TILE_PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile that has this path; undefined where no tile does. */
export function parseTilePath(path: string): TileRef | undefined {
  const [, level, groups = '', partial] = TILE_PATH.exec(path) ?? [];
  if (level === undefined) return undefined;
  const ref = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  } as const;
  return tilePath(ref) === path ? ref : undefined;
}

/** How many hashes of this level a tree of `size` leaves has. */
export function countAtLevel(level: TileLevel, size: number): number {
  return level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level);
}

/** How wide this tile is in a tree of that size; 0 when the tree does not have it. */
export function widthOf(level: TileLevel, index: number, size: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, countAtLevel(level, size) - index * TILE_WIDTH));
}

/** Every tile of hashes that a tree of `size` leaves has, from the leaves up, left to right. */
export function* tilesOf(size: number): Iterable<TileRef> {
  for (let level = 0; countAtLevel(level, size) > 0; level += 1) yield* tilesAt(level, size);
}

/** Every tile of one level, or every bundle of entries. */
export function* tilesAt(level: TileLevel, size: number): Iterable<TileRef> {
  for (let index = 0; index * TILE_WIDTH < countAtLevel(level, size); index += 1)
    yield { level, index, width: widthOf(level, index, size) };
}

export function hashInTile(tile: Uint8Array, place: number): Uint8Array {
  return tile.subarray(place * HASH_LENGTH, (place + 1) * HASH_LENGTH);
}
