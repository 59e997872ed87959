/** Reading a log out of its files. Nothing read here is trusted before it was compared with a checkpoint. */
import { areSameBytes, err, ok, type Result } from '@testamur/engines/kernel';
import {
  type CheckpointTrust,
  countAtLevel,
  edgeOf,
  HASH_LENGTH,
  hashLeaf,
  type OpenedCheckpoint,
  openCheckpoint,
  readBundle,
  rootOfEdge,
  TILE_WIDTH,
  type TileRef,
  type TreeEdge,
  tilePath,
} from '@testamur/engines/transparency';
import { CHECKPOINT } from './durable-write.ts';
import { type LogProblem, refuse } from './errors.ts';
import type { ReadFiles } from './files.ts';

const CHECKPOINT_LIMIT = 1_000_000;

/** The signed note as it stands in the file; undefined when there is none. */
export async function readCheckpointText(files: ReadFiles): Promise<Result<string | undefined, LogProblem>> {
  const bytes = await files.read(CHECKPOINT);
  if (bytes === undefined) return ok(undefined);
  if (bytes.length > CHECKPOINT_LIMIT)
    return err(refuse('LOG_UNREADABLE', 'The checkpoint is too long to be one.'));
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return err(refuse('LOG_UNREADABLE', 'The checkpoint is not text in UTF-8.'));
  }
}

export async function readCheckpoint(
  files: ReadFiles,
  trust: CheckpointTrust,
): Promise<Result<OpenedCheckpoint & { readonly source: string }, LogProblem>> {
  const source = await readCheckpointText(files);
  if (!source.ok) return source;
  if (source.value === undefined)
    return err(
      refuse('LOG_NOT_FOUND', 'There is no log in this folder.', 'Begin one with testamur log init.'),
    );
  const opened = openCheckpoint(source.value, trust);
  return opened.ok ? ok({ ...opened.value, source: source.value }) : opened;
}

/** The hashes of a tile; where the partial one is gone, the beginning of the full one (C2SP tlog-tiles, "Partial Tiles"). */
export async function readTile(files: ReadFiles, ref: TileRef): Promise<Result<Uint8Array, LogProblem>> {
  const length = ref.width * HASH_LENGTH;
  const exact = await files.read(tilePath(ref));
  const bytes = exact ?? (await files.read(tilePath({ ...ref, width: TILE_WIDTH })))?.subarray(0, length);
  return bytes?.length === length ? ok(bytes) : err(wrongFile(tilePath(ref), bytes === undefined));
}

/** The entries of a bundle, in the same way. */
export async function readEntries(
  files: ReadFiles,
  index: number,
  width: number,
): Promise<Result<readonly Uint8Array[], LogProblem>> {
  const path = tilePath({ level: 'entries', index, width });
  const exact = await files.read(path);
  if (exact !== undefined) {
    const entries = readBundle(exact, width);
    return entries.ok ? entries : err(wrongFile(path, false));
  }
  const full = await files.read(tilePath({ level: 'entries', index, width: TILE_WIDTH }));
  const entries = full === undefined ? undefined : readBundle(full, TILE_WIDTH);
  return entries?.ok === true ? ok(entries.value.slice(0, width)) : err(wrongFile(path, full === undefined));
}

/** What growing needs of a log: its right edge, and the entries of the bundle that is not full. Checked against the checkpoint. */
export type Head = { readonly edge: TreeEdge; readonly open: readonly Uint8Array[] };

export async function readHead(
  files: ReadFiles,
  { size, root }: OpenedCheckpoint,
): Promise<Result<Head, LogProblem>> {
  const partial: Uint8Array[] = [];
  for (let level = 0; countAtLevel(level, size) > 0; level += 1) {
    const count = countAtLevel(level, size);
    const ref = { level, index: Math.floor(count / TILE_WIDTH), width: count % TILE_WIDTH };
    const tile = ref.width === 0 ? ok(new Uint8Array(0)) : await readTile(files, ref);
    if (!tile.ok) return tile;
    partial.push(tile.value);
  }
  const edge = edgeOf(size, partial);
  if (!areSameBytes(rootOfEdge(edge), root)) return err(contradicts('The tiles'));
  const width = size % TILE_WIDTH;
  const open = width === 0 ? ok([]) : await readEntries(files, Math.floor(size / TILE_WIDTH), width);
  if (!open.ok) return open;
  const leaves = edge.levels[0] ?? [];
  const isSame = open.value.every((entry, place) => areSameBytes(hashLeaf(entry), leaves[place] ?? root));
  return isSame ? ok({ edge, open: open.value }) : err(contradicts('The last entries'));
}

const contradicts = (what: string): LogProblem =>
  refuse(
    'LOG_DAMAGED',
    `${what} of the log do not lead to its checkpoint.`,
    'Run testamur log fsck to see which file it is.',
  );

const wrongFile = (path: string, isMissing: boolean): LogProblem =>
  refuse('LOG_DAMAGED', `${path} ${isMissing ? 'is missing' : 'is not as long as it must be'}.`);
