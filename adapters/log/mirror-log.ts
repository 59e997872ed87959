/** A copy of a log that believes nothing: what it takes over must be the signed continuation of what it holds. */
import { areSameBytes, err, ok, type Result, utf8Of } from '@testamur/engines/kernel';
import {
  type CheckpointTrust,
  EMPTY_TREE,
  type Growth,
  growTree,
  type Hash,
  hashesOf,
  hashLeaf,
  type OpenedCheckpoint,
  rootOfEdge,
  rootOfTiles,
  TILE_WIDTH,
  tilePath,
  tilesAt,
  tilesFor,
} from '@testamur/engines/transparency';
import { CHECKPOINT, DRAFT, LOCK, type NewFile, PRIVATE, writeFiles } from './durable-write.ts';
import { inUse, type LogProblem, notDurable, refuse } from './errors.ts';
import type { Files, Lock, ReadFiles } from './files.ts';
import { bundlesOf, dropPartial } from './integrate-entries.ts';
import {
  type Head,
  readCheckpoint,
  readCheckpointText,
  readEntries,
  readHead,
  readTile,
} from './read-log.ts';

export type Mirrored = { readonly from: number; readonly size: number };

type Held = { readonly head: Head; readonly checkpoint: OpenedCheckpoint | undefined };
type Seen = OpenedCheckpoint & { readonly source: string };

/** Brings the copy in `target` up to the log in `source`. Nothing that is refused changes what the copy promises. */
export async function mirrorLog(
  source: ReadFiles,
  target: Files,
  trust: CheckpointTrust,
): Promise<Result<Mirrored, LogProblem>> {
  const seen = await readCheckpoint(source, trust);
  if (!seen.ok) return seen;
  let lock: Lock | undefined;
  try {
    await target.makeFolder('');
    await target.makeFolder(PRIVATE);
    lock = await target.lock(LOCK);
    return lock === undefined ? err(inUse()) : await takeOver(source, seen.value, target, trust);
  } catch (error) {
    return err(notDurable(error));
  } finally {
    await lock?.release();
  }
}

async function takeOver(
  source: ReadFiles,
  seen: Seen,
  target: Files,
  trust: CheckpointTrust,
): Promise<Result<Mirrored, LogProblem>> {
  const held = await readHeld(target, trust);
  if (!held.ok) return held;
  const { head, checkpoint } = held.value;
  const later = checkLater(seen, checkpoint);
  if (!later.ok) return later;
  const growth = await readGrowth(source, seen, head);
  if (!growth.ok) return growth;
  await target.remove(DRAFT);
  const copied = await copyEntries(source, target, head, growth.value);
  if (!copied.ok) return copied;
  const tiles = growth.value.tiles.map((tile) => ({ path: tilePath(tile), bytes: tile.bytes }));
  await writeFiles(target, tiles);
  await writeFiles(target, [{ path: CHECKPOINT, bytes: utf8Of(seen.source) }]);
  await dropPartial(target, [...copied.value, ...tiles]);
  return ok({ from: head.edge.size, size: seen.size });
}

async function readHeld(target: Files, trust: CheckpointTrust): Promise<Result<Held, LogProblem>> {
  const text = await readCheckpointText(target);
  if (!text.ok) return text;
  if (text.value === undefined) return ok({ head: { edge: EMPTY_TREE, open: [] }, checkpoint: undefined });
  const checkpoint = await readCheckpoint(target, trust);
  if (!checkpoint.ok) return checkpoint;
  const head = await readHead(target, checkpoint.value);
  return head.ok ? ok({ head: head.value, checkpoint: checkpoint.value }) : head;
}

function checkLater(seen: OpenedCheckpoint, held: OpenedCheckpoint | undefined): Result<true, LogProblem> {
  if (held === undefined || seen.size > held.size) return ok(true);
  if (seen.size < held.size) return err(rolledBack(seen.size, held.size));
  return areSameBytes(seen.root, held.root) ? ok(true) : err(forked(held.size));
}

/** The hashes of the new entries, as the tiles of the source have them, and proof that they lead from our tree to the signed one. */
async function readGrowth(
  source: ReadFiles,
  seen: Seen,
  { edge }: Head,
): Promise<Result<Growth, LogProblem>> {
  const leaves: Hash[] = [];
  for (const ref of tilesAt(0, seen.size)) {
    if ((ref.index + 1) * TILE_WIDTH <= edge.size) continue;
    const tile = await readTile(source, ref);
    if (!tile.ok) return tile;
    const known = Math.max(0, edge.size - ref.index * TILE_WIDTH);
    for (let place = known; place < ref.width; place += 1)
      leaves.push(tile.value.slice(place * 32, place * 32 + 32));
  }
  const growth = growTree(edge, leaves);
  if (areSameBytes(rootOfEdge(growth.edge), seen.root)) return ok(growth);
  return err((await isOtherHistory(source, seen, edge.size)) ? forked(edge.size) : contradicts());
}

/** Whether the tiles of the source do lead to its checkpoint, which then was signed for another history than ours. */
async function isOtherHistory(source: ReadFiles, { size, root }: Seen, held: number): Promise<boolean> {
  const ranges = [{ start: 0, end: size }, ...(held === 0 ? [] : [{ start: 0, end: held }])];
  const tiles = new Map<string, Uint8Array>();
  for (const ref of tilesFor(ranges, size)) {
    const tile = await readTile(source, ref);
    if (!tile.ok) return false;
    tiles.set(tilePath(ref), tile.value);
  }
  const found = rootOfTiles(size, tiles);
  return held > 0 && found.ok && areSameBytes(found.value, root) && hashesOf(ranges, size, tiles).ok;
}

/** Copies the new entries, a bundle at a time, each compared with its hash before it is written. */
async function copyEntries(
  source: ReadFiles,
  target: Files,
  head: Head,
  { edge, tiles }: Growth,
): Promise<Result<readonly NewFile[], LogProblem>> {
  const written: NewFile[] = [];
  const hashes = new Map(tiles.filter(({ level }) => level === 0).map((tile) => [tile.index, tile.bytes]));
  const size = head.edge.size;
  for (const { index, width } of tilesAt('entries', edge.size)) {
    if ((index + 1) * TILE_WIDTH <= size || (index * TILE_WIDTH < size && edge.size === size)) continue;
    const entries = await readEntries(source, index, width);
    if (!entries.ok) return entries;
    const expected = hashes.get(index) ?? new Uint8Array(0);
    const isSame = entries.value.every((entry, place) =>
      areSameBytes(hashLeaf(entry), expected.subarray(place * 32, place * 32 + 32)),
    );
    if (!isSame) return err(contradicts());
    const alone = { edge: { size: index * TILE_WIDTH, levels: [] }, open: [] };
    const files = bundlesOf(alone, entries.value);
    await writeFiles(target, files);
    written.push(...files.map(({ path }) => ({ path, bytes: new Uint8Array(0) })));
  }
  return ok(written);
}

const rolledBack = (seen: number, held: number): LogProblem =>
  refuse(
    'LOG_ROLLED_BACK',
    `The log shows ${seen} entries; this mirror holds ${held} that it signed. A log never becomes shorter.`,
    'Keep this mirror as evidence, and ask the operator of the log.',
  );
const forked = (held: number): LogProblem =>
  refuse(
    'LOG_FORKED',
    `The log signed another history than the ${held} entries that this mirror holds.`,
    'Keep both checkpoints: together they prove it. Ask the operator of the log.',
  );
const contradicts = (): LogProblem =>
  refuse(
    'LOG_DAMAGED',
    'The entries and tiles of the log do not lead to its checkpoint.',
    'Try again later; if it stays so, ask the operator of the log.',
  );
