/** A fault at every file call in the life of a log, then a new process, perhaps after a loss of power: nothing acknowledged may be missing. */
import {
  checkLog,
  initLog,
  type LogSigner,
  openLog,
  readCheckpoint,
  readEntries,
  rootAt,
  verifyEd25519,
} from '@testamur/adapters/log';
import { areSameBytes, utf8Of } from '@testamur/engines/kernel';
import { type Hash, tilesAt } from '@testamur/engines/transparency';
import { type Choose, type Disk, type Fault, makeDisk } from './memory-disk.ts';

export const FAULTS: readonly Fault[] = ['EIO', 'ENOSPC', 'EINTR', 'short', 'crash-before', 'crash-after'];

/** What happens to the disk between the two processes. */
export const RESTARTS = ['process', 'lose-all', 'keep-all', 'chance'] as const;
export type Restart = (typeof RESTARTS)[number];

export type SweepCase = {
  readonly nth: number;
  readonly fault: Fault;
  readonly restart: Restart;
  /** A call that does nothing: a program that forgets it must be found out. */
  readonly deaf?: 'sync' | 'syncFolder';
  /** The next process dies too, after so many file calls, and the power goes then. */
  readonly again?: number;
};

export type Outcome = {
  /** What is wrong; empty when all promises were kept. */
  readonly wrong: readonly string[];
  readonly acknowledged: number;
  /** Whether the fault made the log stop. */
  readonly stopped: boolean;
};

type Promised = {
  readonly entries: Map<number, Uint8Array>;
  readonly heads: { size: number; root: Hash }[];
  isBegun: boolean;
};

/** Just over a tile in three pieces, so that bundles are begun, continued, filled and their partial forms dropped. */
const PIECES = [3, 250, 6];

/** How many file calls the life of the log has without a fault. */
export async function countCalls(signer: LogSigner): Promise<number> {
  const disk = makeDisk();
  await live(disk, signer, { entries: new Map(), heads: [], isBegun: false });
  return disk.calls();
}

export async function sweepOne(
  { nth, fault, restart, deaf, again }: SweepCase,
  signer: LogSigner,
): Promise<Outcome> {
  const disk = makeDisk(deaf);
  const promised: Promised = { entries: new Map(), heads: [], isBegun: false };
  disk.fault = (call) => (call.nth === nth ? fault : undefined);
  const isDone = await live(disk, signer, promised);
  disk.restart();
  await noteHead(disk, signer, promised);
  if (restart !== 'process') disk.losePower(chooserOf(restart, nth));
  if (again !== undefined) await dieAgain(disk, signer, promised, again);
  const wrong = await judge(disk, signer, promised);
  return { wrong, acknowledged: promised.entries.size, stopped: !isDone };
}

/** Begins a log, appends in pieces, integrates, closes; says whether all went well. */
async function live(disk: Disk, signer: LogSigner, promised: Promised): Promise<boolean> {
  const begun = await settled(() => initLog(disk.files, signer));
  if (begun?.ok !== true) return false;
  promised.isBegun = true;
  await noteHead(disk, signer, promised);
  const opened = await settled(() => openLog({ files: disk.files, signer, integrateEvery: 0 }));
  if (opened?.ok !== true) return false;
  const log = opened.value;
  let [isGood, made] = [true, 0];
  for (const piece of PIECES) {
    const entries = Array.from({ length: piece }, (_, place) => utf8Of(`entry ${made + place}`));
    made += piece;
    const answers = await Promise.all(entries.map((entry) => log.append(entry)));
    for (const [place, answer] of answers.entries())
      if (answer.ok) promised.entries.set(answer.value, entries[place] ?? new Uint8Array(0));
    const integrated = await log.integrate();
    isGood &&= integrated.ok && answers.every(({ ok }) => ok);
    await noteHead(disk, signer, promised);
  }
  const closed = await settled(() => log.close());
  return isGood && closed?.ok === true;
}

/** A process that dies while it finishes what the first left half done. */
async function dieAgain(disk: Disk, signer: LogSigner, promised: Promised, after: number): Promise<void> {
  const last = disk.calls() + after;
  disk.fault = (call) => (call.nth === last ? 'crash-after' : undefined);
  await settled(() => openLog({ files: disk.files, signer, integrateEvery: 0 }));
  disk.restart();
  await noteHead(disk, signer, promised);
  disk.losePower(() => 0);
}

/** Everybody may have seen the checkpoint that stands there now. */
async function noteHead({ files }: Disk, { key }: LogSigner, { heads }: Promised): Promise<void> {
  const seen = await settled(() => readCheckpoint(files, { log: key, verify: verifyEd25519 }));
  if (seen?.ok === true) heads.push({ size: seen.value.size, root: seen.value.root });
}

/** What a new process makes of it, and whether each promise is kept. */
async function judge(
  disk: Disk,
  signer: LogSigner,
  { entries, heads, isBegun }: Promised,
): Promise<readonly string[]> {
  const { files } = disk;
  const trust = { log: signer.key, verify: verifyEd25519 };
  // Refused where the log is there after all.
  if (!isBegun) await initLog(files, signer);
  const opened = await openLog({ files, signer, integrateEvery: 0 });
  if (!opened.ok) return [`it does not open again: ${opened.error.message}`];
  const more = await opened.value.append(utf8Of('one more'));
  if (!more.ok) return ['it takes no entry after it was opened again'];
  entries.set(more.value, utf8Of('one more'));
  await opened.value.close();
  const report = await checkLog(files, trust);
  if (!report.ok) return [`it cannot be checked: ${report.error.message}`];
  const wrong = report.value.faults.map(({ path, what }) => `${path} ${what}`);
  const { size } = report.value.checkpoint;
  const held: Uint8Array[] = [];
  for (const { index, width } of tilesAt('entries', size)) {
    const bundle = await readEntries(files, index, width);
    if (bundle.ok) held.push(...bundle.value);
  }
  for (const [index, entry] of entries)
    if (!areSameBytes(held[index] ?? new Uint8Array(0), entry))
      wrong.push(`entry ${index} was acknowledged and is lost`);
  for (const seen of heads) {
    const now = await rootAt(files, seen.size);
    if (seen.size > size || !now.ok || !areSameBytes(now.value, seen.root))
      wrong.push(`a checkpoint of ${seen.size} entries was seen and is not kept`);
  }
  return wrong;
}

/** A call that throws because the disk is dead says nothing to anybody. */
async function settled<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}

function chooserOf(restart: Restart, seed: number): Choose {
  if (restart === 'lose-all') return () => 0;
  if (restart === 'keep-all') return (most) => (most === 2 ? 1 : most);
  let state = seed * 2_654_435_761;
  return (most) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state % (most + 1);
  };
}
