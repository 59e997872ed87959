import { areSameBytes, expectOk } from '@testamur/engines/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyRanges,
  EMPTY_TREE,
  edgeOf,
  growTree,
  inclusionRanges,
  partConsistencyRanges,
  rootOfEdge,
  rootOfLeaves,
  rootOfTiles,
  tilePath,
  tilesOf,
  verifyConsistency,
  verifyInclusion,
  verifyPartConsistency,
} from './index.ts';
import { leavesTo, proofFrom, treeOf } from './small-log.fixture.ts';

const LARGEST = 3_000;
const ALL = leavesTo(LARGEST);
/** Sizes around the width of a tile and around powers of two, besides any other. */
const sizes = fc.oneof(
  fc.integer({ min: 1, max: LARGEST }),
  fc.constantFrom(1, 2, 3, 255, 256, 257, 511, 512, 513, 1024, 2047, 2048, 2049),
);
const placeIn = (size: number, share: number): number => Math.min(size - 1, Math.floor(share * size));
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Every way to damage a list of hashes a little: a bit, one fewer, one more, two swapped. */
function damagesOf(proof: readonly Uint8Array[], at: number): readonly (readonly Uint8Array[])[] {
  const flipped = proof.map((hash, place) =>
    place === at ? hash.map((byte, i) => (i === 5 ? byte ^ 1 : byte)) : hash,
  );
  const stray = ALL[0] ?? new Uint8Array(32);
  const damaged = [
    [...proof, stray],
    [stray, ...proof],
    [...proof, new Uint8Array(0)],
  ];
  if (proof.length === 0) return damaged;
  return [
    ...damaged,
    flipped,
    proof.slice(1),
    proof.slice(0, -1),
    proof.toSpliced(at, 0, stray),
    proof.toSpliced(at, 1, new Uint8Array(31)),
  ];
}

describe('a tree of any size', () => {
  it('has the root of its definition, however its leaves come in, and out of its tiles', () => {
    fc.assert(
      fc.property(sizes, fc.array(share, { maxLength: 4 }), (size, cuts) => {
        const leaves = ALL.slice(0, size);
        const root = rootOfLeaves(leaves);
        const bounds = [0, ...cuts.map((cut) => placeIn(size, cut)).sort((a, b) => a - b), size];
        let edge = EMPTY_TREE;
        const files = new Map<string, Uint8Array>();
        for (const [place, bound] of bounds.entries()) {
          const growth = growTree(edge, leaves.slice(bounds[place - 1] ?? 0, bound));
          edge = growth.edge;
          for (const tile of growth.tiles) files.set(tilePath(tile), tile.bytes);
        }
        expect(rootOfEdge(edge)).toEqual(root);
        expect(expectOk(rootOfTiles(size, files), 'all tiles were written')).toEqual(root);
        const needed = [...tilesOf(size)];
        for (const ref of needed) expect(files.get(tilePath(ref))?.length).toBe(ref.width * 32);
        const levels = Math.max(...needed.map(({ level }) => Number(level))) + 1;
        const partial = Array.from({ length: levels }, (_, level) => {
          const ref = needed.find((each) => each.level === level && each.width < 256);
          return ref === undefined ? new Uint8Array(0) : (files.get(tilePath(ref)) ?? new Uint8Array(0));
        });
        expect(rootOfEdge(edgeOf(size, partial))).toEqual(root);
      }),
      { numRuns: 60 },
    );
  });

  it('proves every entry, and no damaged proof, other place, size, leaf or root', () => {
    fc.assert(
      fc.property(sizes, share, share, (size, where, damage) => {
        const index = placeIn(size, where);
        const tree = treeOf(ALL.slice(0, size));
        const proof = proofFrom(inclusionRanges(index, size), size, tree);
        const claim = { index, size, leaf: ALL[index] ?? new Uint8Array(0), proof, root: tree.root };
        expect(verifyInclusion(claim)).toEqual({ ok: true, value: true });
        for (const damaged of damagesOf(proof, placeIn(Math.max(1, proof.length), damage)))
          expect(verifyInclusion({ ...claim, proof: damaged }).ok).toBe(false);
        for (const other of [-1, index - 1, index + 1, index ^ 2, size, index + 0.5, Number.NaN].filter(
          (each) => each !== index,
        ))
          expect(verifyInclusion({ ...claim, index: other }).ok).toBe(false);
        expect(verifyInclusion({ ...claim, leaf: tree.root.map((byte) => byte ^ 255) }).ok).toBe(false);
        expect(verifyInclusion({ ...claim, root: tree.root.map((byte) => byte ^ 1) }).ok).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('proves that every earlier tree is its beginning, and nothing else', () => {
    fc.assert(
      fc.property(sizes, share, share, (newer, where, damage) => {
        const older = placeIn(newer, where) + 1;
        const tree = treeOf(ALL.slice(0, newer));
        const olderRoot = treeOf(ALL.slice(0, older)).root;
        const proof = proofFrom(consistencyRanges(older, newer), newer, tree);
        const claim = { older, newer, olderRoot, newerRoot: tree.root, proof };
        expect(verifyConsistency(claim)).toEqual({ ok: true, value: true });
        for (const damaged of damagesOf(proof, placeIn(Math.max(1, proof.length), damage)))
          expect(verifyConsistency({ ...claim, proof: damaged }).ok).toBe(false);
        const forged = olderRoot.map((byte, place) => (place === 31 ? byte ^ 128 : byte));
        expect(verifyConsistency({ ...claim, olderRoot: forged }).ok).toBe(false);
        expect(verifyConsistency({ ...claim, newerRoot: forged }).ok).toBe(false);
        expect(verifyConsistency({ ...claim, older: newer + 1 }).ok).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('proves each of its parts', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 10 }), share, share, (size, height, where, length) => {
        const room = 2 ** height;
        const start = Math.floor(placeIn(size, where) / room) * room;
        const end = start + 1 + placeIn(Math.min(room, size - start), length);
        fc.pre(end - start > room / 2);
        const tree = treeOf(ALL.slice(0, size));
        const partRoot = rootOfLeaves(ALL.slice(start, end));
        const proof = proofFrom(partConsistencyRanges({ start, end }, size), size, tree);
        const claim = { part: { start, end }, size, partRoot, root: tree.root, proof };
        expect(verifyPartConsistency(claim)).toEqual({ ok: true, value: true });
        for (const damaged of damagesOf(proof, 0))
          expect(verifyPartConsistency({ ...claim, proof: damaged }).ok).toBe(false);
        const other = ALL[end % size] ?? partRoot;
        if (!areSameBytes(other, partRoot))
          expect(verifyPartConsistency({ ...claim, partRoot: other }).ok).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});
