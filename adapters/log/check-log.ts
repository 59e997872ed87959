/** Every file of a log against its checkpoint: for its operator (`fsck`) and for anybody else (`verify`). */
import { areSameBytes, err, ok, type Result } from '@testamur/engines/kernel';
import {
  type CheckpointTrust,
  EMPTY_TREE,
  growTree,
  type Hash,
  hashLeaf,
  type OpenedCheckpoint,
  parseTilePath,
  rootOfEdge,
  TILE_WIDTH,
  type TileRef,
  type TreeEdge,
  tilePath,
  tilesAt,
  widthOf,
  writeBundle,
} from '@testamur/engines/transparency';
import { CHECKPOINT, JOURNAL, PRIVATE } from './durable-write.ts';
import type { LogProblem } from './errors.ts';
import type { ReadFiles } from './files.ts';
import { readJournal } from './journal.ts';
import { readCheckpoint, readEntries } from './read-log.ts';

export type FileFault = { readonly path: string; readonly what: string };

export type LogReport = {
  readonly checkpoint: OpenedCheckpoint;
  readonly faults: readonly FileFault[];
  /** Files that were read. */
  readonly files: number;
  /** Files beyond the checkpoint: an integration that was not finished. They promise nothing. */
  readonly ahead: number;
  /** Entries in the journal that are not in tiles yet; undefined where there is no journal, as in a mirror. */
  readonly waiting: number | undefined;
};

/** The true bytes of every tile and bundle of a tree, as its entries give them. */
type Truth = { readonly tiles: ReadonlyMap<string, Uint8Array>; readonly edge: TreeEdge };

/** Refused when there is no checkpoint that the key signed; everything else that is wrong is in `faults`. */
export async function checkLog(
  files: ReadFiles,
  trust: CheckpointTrust,
): Promise<Result<LogReport, LogProblem>> {
  const opened = await readCheckpoint(files, trust);
  if (!opened.ok) return opened;
  const { size, root } = opened.value;
  const faults: FileFault[] = [];
  const truth = await readTruth(files, size, faults);
  if (faults.length === 0 && !areSameBytes(rootOfEdge(truth.edge), root))
    faults.push({ path: CHECKPOINT, what: 'the entries lead to another root than it names' });
  const counted = await checkFiles(files, { truth, size, faults });
  const waiting = await checkJournal(files, size, faults);
  return ok({ checkpoint: opened.value, faults, ...counted, waiting });
}

/** Whether the log at an earlier size had this root: reads the entries up to there. */
export async function rootAt(files: ReadFiles, size: number): Promise<Result<Hash, LogProblem>> {
  const faults: FileFault[] = [];
  const { edge } = await readTruth(files, size, faults);
  const [fault] = faults;
  if (fault === undefined) return ok(rootOfEdge(edge));
  return err({ code: 'LOG_DAMAGED', message: `${fault.path} ${fault.what}.` });
}

async function readTruth(files: ReadFiles, size: number, faults: FileFault[]): Promise<Truth> {
  const tiles = new Map<string, Uint8Array>();
  let edge = EMPTY_TREE;
  for (const { index, width } of tilesAt('entries', size)) {
    const entries = await readEntries(files, index, width);
    if (!entries.ok) {
      faults.push({
        path: tilePath({ level: 'entries', index, width }),
        what: 'is missing or not well formed',
      });
      return { tiles, edge };
    }
    const growth = growTree(edge, entries.value.map(hashLeaf));
    edge = growth.edge;
    const isLast = index === Math.floor((size - 1) / TILE_WIDTH);
    for (const tile of growth.tiles)
      if (isLast || tile.width === TILE_WIDTH) tiles.set(tilePath(tile), tile.bytes);
  }
  return { tiles, edge };
}

type Checking = { readonly truth: Truth; readonly size: number; readonly faults: FileFault[] };

async function checkFiles(files: ReadFiles, { truth, size, faults }: Checking) {
  const found = new Map((await listFiles(files, 'tile')).map((path) => [path, parseTilePath(path)]));
  for (const path of truth.tiles.keys())
    if (!found.has(path) && !found.has(path.replace(/\.p\/\d+$/, '')))
      faults.push({ path, what: 'is missing' });
  let ahead = 0;
  for (const [path, ref] of found) {
    if (ref === undefined) {
      faults.push({ path, what: 'is no file of a log' });
      continue;
    }
    const bytes = (await files.read(path)) ?? new Uint8Array(0);
    const covered = Math.min(ref.width, widthOf(ref.level, ref.index, size));
    if (covered < ref.width) ahead += 1;
    // What no checkpoint covers was promised to nobody: it may be half written, and is written anew.
    if (covered === 0) continue;
    const expected = await expectedOf(files, { ...ref, width: covered }, { truth, size });
    const isWhole = covered === ref.width ? bytes.length === expected?.length : true;
    if (expected === undefined || !isWhole || !areSameBytes(bytes.subarray(0, expected.length), expected))
      faults.push({ path, what: 'does not hold what the entries and the checkpoint demand' });
  }
  return { files: found.size, ahead };
}

/** What the first `width` hashes or entries of a tile must be. */
async function expectedOf(
  files: ReadFiles,
  { level, index, width }: TileRef,
  { truth, size }: Pick<Checking, 'truth' | 'size'>,
): Promise<Uint8Array | undefined> {
  const covered = { level, index, width: widthOf(level, index, size) };
  if (level !== 'entries') return truth.tiles.get(tilePath(covered))?.subarray(0, width * 32);
  const entries = await readEntries(files, index, covered.width);
  return entries.ok ? writeBundle(entries.value.slice(0, width)) : undefined;
}

async function listFiles(files: ReadFiles, folder: string): Promise<readonly string[]> {
  const items = await files.list(folder);
  const inner = await Promise.all(
    items.map(async ({ name, isFolder }) =>
      isFolder ? listFiles(files, `${folder}/${name}`) : [`${folder}/${name}`],
    ),
  );
  return inner.flat();
}

async function checkJournal(
  files: ReadFiles,
  size: number,
  faults: FileFault[],
): Promise<number | undefined> {
  if ((await files.list(PRIVATE)).every(({ name }) => name !== 'journal')) return undefined;
  const frames = readJournal((await files.read(JOURNAL)) ?? new Uint8Array(0));
  if (!frames.ok) {
    faults.push({ path: JOURNAL, what: 'is damaged before its end' });
    return undefined;
  }
  const [first, last] = [frames.value[0], frames.value.at(-1)];
  if (first === undefined || last === undefined) return 0;
  if (first.first > size)
    faults.push({ path: JOURNAL, what: 'begins after the checkpoint: entries are missing' });
  for (const frame of frames.value) await compareFrame(files, frame, { size, faults });
  return Math.max(0, last.first + last.entries.length - size);
}

/** What the journal and the bundles both hold must be the same. */
async function compareFrame(
  files: ReadFiles,
  frame: { readonly first: number; readonly entries: readonly Uint8Array[] },
  { size, faults }: Pick<Checking, 'size' | 'faults'>,
): Promise<void> {
  const covered = frame.entries.slice(0, Math.max(0, size - frame.first));
  let bundle: { readonly index: number; readonly entries: readonly Uint8Array[] } | undefined;
  for (const [place, entry] of covered.entries()) {
    const at = frame.first + place;
    const index = Math.floor(at / TILE_WIDTH);
    if (bundle?.index !== index) {
      const entries = await readEntries(files, index, widthOf('entries', index, size));
      if (!entries.ok) return;
      bundle = { index, entries: entries.value };
    }
    const held = bundle.entries[at % TILE_WIDTH];
    if (held === undefined || !areSameBytes(held, entry)) {
      faults.push({ path: JOURNAL, what: `holds another entry ${at} than the log` });
      return;
    }
  }
}
