import { expectOk, utf8Of } from '@testamur/engines/kernel';
import { describe, expect, it } from 'vitest';
import {
  checkEntry,
  ENTRY_LIMIT,
  parseTilePath,
  readBundle,
  tilePath,
  tilesAt,
  tilesOf,
  writeBundle,
} from './index.ts';

describe('the path of a tile', () => {
  it.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 0, width: 1 }, 'tile/0/000.p/1'],
    [{ level: 3, index: 999, width: 256 }, 'tile/3/999'],
    [{ level: 0, index: 1000, width: 255 }, 'tile/0/x001/000.p/255'],
    // The example of C2SP tlog-tiles.
    [{ level: 63, index: 1234067, width: 256 }, 'tile/63/x001/x234/067'],
    [{ level: 'entries', index: 273, width: 112 }, 'tile/entries/273.p/112'],
  ] as const)('of %j is %s, and leads back', (ref, path) => {
    expect(tilePath(ref)).toBe(path);
    expect(parseTilePath(path)).toEqual(ref);
  });

  it.each([
    'tile/0/0',
    'tile/0/0000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/00/000',
    'tile/64x/000',
    'tile/0/001/000',
    'tile/0/x001',
    'tile/0/x000/001',
    'tile/-1/000',
    'tile/0/000.p',
    'tile/0/../000',
    '/tile/0/000',
    'tile/0/000 ',
    'checkpoint',
    '',
  ])('%j is none', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });
});

describe('the tiles of a tree', () => {
  // The example of C2SP tlog-tiles: 70,000 leaves.
  it('are those that the format says', () => {
    const tiles = [...tilesOf(70_000)];
    const at = (level: number) => tiles.filter((tile) => tile.level === level).map(({ width }) => width);
    expect(at(0)).toEqual([...Array.from({ length: 273 }, () => 256), 112]);
    expect(at(1)).toEqual([256, 17]);
    expect(at(2)).toEqual([1]);
    expect(tiles.length).toBe(277);
    expect([...tilesAt('entries', 70_000)].length).toBe(274);
  });
  it.each([
    [0, []],
    [255, ['tile/0/000.p/255']],
    [256, ['tile/0/000', 'tile/1/000.p/1']],
    [257, ['tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1']],
    [65_536, undefined],
  ])('of %i leaves: %j', (size, paths) => {
    const found = [...tilesOf(size)].map(tilePath);
    if (paths !== undefined) expect(found).toEqual(paths);
    else expect(found.slice(-3)).toEqual(['tile/0/255', 'tile/1/000', 'tile/2/000.p/1']);
  });
});

describe('a bundle of entries', () => {
  const entries = ['', 'a', 'bc'.repeat(200)].map(utf8Of);
  const bytes = writeBundle(entries);
  it('gives back what went in', () => {
    expect([...bytes.slice(0, 5)]).toEqual([0, 0, 0, 1, 97]);
    expect(expectOk(readBundle(bytes, 3), 'it was just written')).toEqual(entries);
  });
  it.each([
    ['one entry fewer is asked for', bytes, 2],
    ['one more is asked for', bytes, 4],
    ['its last byte is missing', bytes.slice(0, -1), 3],
    ['a byte follows', Uint8Array.of(...bytes, 0), 3],
    ['half a length is left', Uint8Array.of(0), 1],
  ])('is refused when %s', (_name, given, width) => {
    expect(readBundle(given, width)).toMatchObject({
      ok: false,
      error: { code: 'TRANSPARENCY_BUNDLE_FORMAT' },
    });
  });
  it('takes no entry longer than its length can tell', () => {
    expect(checkEntry(new Uint8Array(ENTRY_LIMIT)).ok).toBe(true);
    expect(checkEntry(new Uint8Array(ENTRY_LIMIT + 1))).toMatchObject({
      ok: false,
      error: { code: 'TRANSPARENCY_ENTRY_TOO_LONG' },
    });
    const long = new Uint8Array(ENTRY_LIMIT).fill(3);
    expect(readBundle(writeBundle([long]), 1)).toEqual({ ok: true, value: [long] });
  });
});
