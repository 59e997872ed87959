import { randomUUID } from 'node:crypto';
import {
  initLog,
  type LogProblem,
  nodeFiles,
  type OpenLog,
  openLog,
  readEntries,
} from '@testamur/adapters/log';
import { type Database, openLeafQueue, type PostgresProblem } from '@testamur/adapters/postgres';
import { err, ok, type Problem, type Result } from '@testamur/engines/kernel';
import { TILE_WIDTH, widthOf } from '@testamur/engines/transparency';
import { compareEnds, type LogTaking, type PublishingCode, takeLeaves } from '@testamur/services/publishing';
import type { PublicLog } from './open-public-log.ts';

export type TakingProblem = LogProblem | PostgresProblem | Problem<PublishingCode>;
export type TakingLeaves = {
  /** Takes what waits, now: how many leaves. For tests, and for whoever cannot wait for the next turn. */
  readonly turn: () => Promise<Result<number, TakingProblem>>;
  readonly stop: () => Promise<void>;
};
export type TakingOptions = {
  readonly database: Database;
  readonly log: PublicLog;
  /** Told each time that a turn could not be finished; the next one tries again. */
  readonly tell: (problem: TakingProblem) => void;
  /** Milliseconds between turns; 0: only when asked. */
  readonly every?: number;
};

/** Where several processes share a folder one of them writes; the others look again later. */
const CALM: ReadonlySet<string> = new Set(['LOG_IN_USE']);

/**
 * Takes leaves into the log, a turn a second, as long as this process holds the folder. A folder without a log is begun: the database
 * is the truth, so the same leaves give the same tree.
 */
export function takeInTurns({ database, log, tell, every = 1_000 }: TakingOptions): TakingLeaves {
  const queue = openLeafQueue(database, { holder: randomUUID() });
  let open: OpenLog | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function turn(): Promise<Result<number, TakingProblem>> {
    if (open === undefined) {
      const begun = await openForTaking(log);
      if (!begun.ok) return CALM.has(begun.error.code) ? ok(0) : begun;
      const compared = await compareEnds<LogProblem | PostgresProblem>(queue, takingOf(begun.value, log));
      if (!compared.ok) return closeAfter(begun.value, compared);
      open = begun.value;
    }
    const taken = await takeLeaves<LogProblem | PostgresProblem>(queue, takingOf(open, log));
    const written = taken.ok ? await open.integrate() : taken;
    if (taken.ok && written.ok) return taken;
    // What the disk holds is known again only after it was read anew.
    const broken = open;
    open = undefined;
    return closeAfter(broken, written.ok ? taken : written);
  }

  let current: Promise<unknown> = Promise.resolve();
  const inTurn = () => {
    const next = current.then(turn);
    current = next.catch(() => {});
    return next;
  };
  const go = async () => {
    const done = await inTurn().catch((error: unknown) => err(failed(error)));
    if (!done.ok) tell(done.error);
    if (!stopped) timer = setTimeout(() => void go(), every);
    timer?.unref();
  };
  if (every > 0) void go();
  return {
    turn: inTurn,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
      await open?.close();
    },
  };
}

const failed = (error: unknown): LogProblem => ({
  code: 'LOG_WRITE_FAILED',
  message: `Leaves could not be taken into the public log: ${error instanceof Error ? error.message : String(error)}`,
});

async function closeAfter<T>(
  log: OpenLog,
  outcome: Result<T, TakingProblem>,
): Promise<Result<never, TakingProblem>> {
  await log.close();
  if (outcome.ok) throw new Error('Only what failed is closed.');
  return err(outcome.error);
}

async function openForTaking({ folder, signer }: PublicLog): Promise<Result<OpenLog, LogProblem>> {
  const setting = { files: nodeFiles(folder), signer, integrateEvery: 0 };
  const opened = await openLog(setting);
  if (opened.ok || opened.error.code !== 'LOG_NOT_FOUND') return opened;
  const begun = await initLog(setting.files, signer);
  return begun.ok ? openLog(setting) : begun;
}

function takingOf(open: OpenLog, { files }: PublicLog): LogTaking<LogProblem> {
  return {
    size: open.size,
    append: open.append,
    read: async (index) => {
      const bundle = Math.floor(index / TILE_WIDTH);
      const entries = await readEntries(files, bundle, widthOf('entries', bundle, open.integrated()));
      return entries.ok ? ok(entries.value[index % TILE_WIDTH] ?? new Uint8Array(0)) : entries;
    },
  };
}
