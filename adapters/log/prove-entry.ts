import { err, ok, type Result } from '@testamur/engines/kernel';
import {
  type CheckpointTrust,
  formatLogProof,
  hashesOf,
  inclusionRanges,
  TILE_WIDTH,
  tilePath,
  tilesFor,
  verifyLogProof,
  widthOf,
} from '@testamur/engines/transparency';
import type { LogProblem } from './errors.ts';
import type { ReadFiles } from './files.ts';
import { readCheckpoint, readEntries, readTile } from './read-log.ts';

export type Proven = { readonly proof: string; readonly entry: Uint8Array; readonly size: number };

/** The `.tlog-proof` of an entry under the checkpoint that the log has now. It is verified before it is given out. */
export async function proveEntry(
  files: ReadFiles,
  index: number,
  trust: CheckpointTrust,
): Promise<Result<Proven, LogProblem>> {
  const checkpoint = await readCheckpoint(files, trust);
  if (!checkpoint.ok) return checkpoint;
  const { size, source } = checkpoint.value;
  const ranges = inclusionRanges(index, size);
  if (!ranges.ok) return ranges;
  const tiles = new Map<string, Uint8Array>();
  for (const ref of tilesFor(ranges.value, size)) {
    const tile = await readTile(files, ref);
    if (!tile.ok) return tile;
    tiles.set(tilePath(ref), tile.value);
  }
  const hashes = hashesOf(ranges.value, size, tiles);
  if (!hashes.ok) return hashes;
  const bundle = Math.floor(index / TILE_WIDTH);
  const entries = await readEntries(files, bundle, widthOf('entries', bundle, size));
  if (!entries.ok) return entries;
  const entry = entries.value[index % TILE_WIDTH] ?? new Uint8Array(0);
  const proof = formatLogProof({ index, proof: hashes.value, checkpoint: source });
  const verified = verifyLogProof(proof, entry, trust);
  return verified.ok ? ok({ proof, entry, size }) : err(verified.error);
}
