/** Proofs that others published, good and broken: transparency-dev/merkle, `../shared/vectors/merkle` or TESTAMUR_VECTORS. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyConsistency, verifyInclusion, verifyPartConsistency, verifyPartInclusion } from './index.ts';

const vectors =
  process.env['TESTAMUR_VECTORS'] ?? path.resolve(import.meta.dirname, '../../../shared/vectors');
const folder = path.join(vectors, 'merkle/testdata');
if (!existsSync(folder)) console.log('outside vectors: not present');

type Vector = Readonly<
  Record<'leafIdx' | 'treeSize' | 'size' | 'size1' | 'size2' | 'start' | 'end', number>
> &
  Readonly<Record<'root' | 'leafHash' | 'root1' | 'root2', string>> & {
    readonly proof: readonly string[] | null;
    readonly desc: string;
    readonly wantErr: boolean;
  };

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

const judge: Readonly<Record<string, (vector: Vector, proof: readonly Uint8Array[]) => { ok: boolean }>> = {
  inclusion: ({ leafIdx, treeSize, leafHash, root }, proof) =>
    verifyInclusion({ index: leafIdx, size: treeSize, leaf: bytes(leafHash), proof, root: bytes(root) }),
  consistency: ({ size1, size2, root1, root2 }, proof) =>
    verifyConsistency({
      older: size1,
      newer: size2,
      olderRoot: bytes(root1),
      newerRoot: bytes(root2),
      proof,
    }),
  subtreeinclusion: ({ leafIdx, start, end, leafHash, root }, proof) =>
    verifyPartInclusion({
      index: leafIdx,
      part: { start, end },
      leaf: bytes(leafHash),
      proof,
      root: bytes(root),
    }),
  subtreeconsistency: ({ start, end, size, root1, root2 }, proof) =>
    verifyPartConsistency({ part: { start, end }, size, partRoot: bytes(root1), root: bytes(root2), proof }),
};

function filesOf(kind: string): readonly string[] {
  const found = readdirSync(path.join(folder, kind), { recursive: true, encoding: 'utf8' });
  return found.filter((file) => file.endsWith('.json')).sort();
}

describe.skipIf(!existsSync(folder))('outside vectors', () => {
  it('are all of kinds that are known here', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(judge).sort());
  });
  describe.each(existsSync(folder) ? Object.keys(judge) : [])('%s', (kind) => {
    it.each(filesOf(kind))('%s', (file) => {
      const vector = JSON.parse(readFileSync(path.join(folder, kind, file), 'utf8')) as Vector;
      expect(judge[kind]?.(vector, (vector.proof ?? []).map(bytes)).ok).toBe(!vector.wantErr);
    });
  });
});
