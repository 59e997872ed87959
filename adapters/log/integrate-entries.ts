import { utf8Of } from '@testamur/engines/kernel';
import {
  growTree,
  hashLeaf,
  rootOfEdge,
  TILE_WIDTH,
  tilePath,
  writeBundle,
} from '@testamur/engines/transparency';
import { CHECKPOINT, type NewFile, writeFiles } from './durable-write.ts';
import type { LogSigner } from './ed25519.ts';
import type { Files } from './files.ts';
import type { Head } from './read-log.ts';
import { signCheckpoint } from './sign-checkpoint.ts';

export type Integrated = { readonly head: Head; readonly checkpoint: string };

/**
 * Entries, then hashes, each durable, and only then the checkpoint that promises them. A second try writes the same bytes.
 * @param entries durable elsewhere already: the checkpoint may be seen before it is durable itself
 */
export async function integrateEntries(
  files: Files,
  signer: LogSigner,
  head: Head,
  entries: readonly Uint8Array[],
): Promise<Integrated> {
  const { edge, tiles } = growTree(head.edge, entries.map(hashLeaf));
  const bundles = bundlesOf(head, entries);
  await writeFiles(files, bundles);
  const hashes = tiles.map((tile) => ({ path: tilePath(tile), bytes: tile.bytes }));
  await writeFiles(files, hashes);
  const checkpoint = signCheckpoint({ size: edge.size, root: rootOfEdge(edge) }, signer);
  await writeFiles(files, [{ path: CHECKPOINT, bytes: utf8Of(checkpoint) }]);
  await dropPartial(files, [...bundles, ...hashes]);
  const open = [...head.open, ...entries].slice(-(edge.size % TILE_WIDTH) || Number.POSITIVE_INFINITY);
  return { head: { edge, open }, checkpoint };
}

/** The bundle that was not full, with its new entries, and those after it. */
export function bundlesOf({ edge, open }: Head, entries: readonly Uint8Array[]): readonly NewFile[] {
  const all = [...open, ...entries];
  const first = Math.floor(edge.size / TILE_WIDTH);
  return Array.from({ length: Math.ceil(all.length / TILE_WIDTH) }, (_, place) => {
    const held = all.slice(place * TILE_WIDTH, (place + 1) * TILE_WIDTH);
    const path = tilePath({ level: 'entries', index: first + place, width: held.length });
    return { path, bytes: writeBundle(held) };
  });
}

/** Once a tile is full, its partial forms may go (C2SP tlog-tiles, "Partial Tiles"): readers take the beginning of the full one. */
export async function dropPartial(files: Files, written: readonly NewFile[]): Promise<void> {
  for (const { path } of written) if (!path.includes('.p/')) await files.remove(`${path}.p`);
}
