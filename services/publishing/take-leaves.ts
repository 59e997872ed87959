import { areSameBytes, err, ok, type Problem, type Result, utf8Of } from '@testamur/engines/kernel';
import { type PublishingCode, refuse } from './errors.ts';

/** The truth: leaves, and the place that each has for good. */
export type LeafQueue<P> = {
  /** Gives a place to what waits, unless another process has the lease to do so: how many leaves have one now. */
  sequence(): Promise<Result<number, P>>;
  /** Entries by their places, without a gap. */
  read(wanted: { readonly from: number; readonly limit: number }): Promise<Result<readonly string[], P>>;
};

/** The log: what it holds is a copy of the beginning of the truth. */
export type LogTaking<P> = {
  size(): number;
  append(entry: Uint8Array): Promise<Result<number, P>>;
  /** The entry at this index, which is below the size. */
  read(index: number): Promise<Result<Uint8Array, P>>;
};

type TakeProblem<P> = P | Problem<PublishingCode>;

const BATCH = 256;

/**
 * Brings the log up to the places that the store has given. It may die at any moment and be called again: the places are given once, and the
 * log itself says from which on it goes.
 * @returns how many leaves were taken
 */
export async function takeLeaves<P>(
  queue: LeafQueue<P>,
  log: LogTaking<P>,
): Promise<Result<number, TakeProblem<P>>> {
  const sequenced = await queue.sequence();
  if (!sequenced.ok) return sequenced;
  const size = sequenced.value;
  if (log.size() > size) return err(logAhead(log.size(), size));
  const before = log.size();
  while (log.size() < size) {
    const from = log.size();
    const entries = await queue.read({ from, limit: Math.min(BATCH, size - from) });
    if (!entries.ok) return entries;
    const placed = await Promise.all(entries.value.map((entry) => log.append(utf8Of(entry))));
    for (const [offset, index] of placed.entries()) {
      if (!index.ok) return index;
      if (index.value !== from + offset) return err(differs(index.value));
    }
    if (log.size() === from) return err(differs(from));
  }
  return ok(size - before);
}

/** Before anything is added: whether the last entry of the log is the one that the store has in that place. */
export async function compareEnds<P>(
  queue: LeafQueue<P>,
  log: LogTaking<P>,
): Promise<Result<true, TakeProblem<P>>> {
  const last = log.size() - 1;
  if (last < 0) return ok(true);
  const kept = await queue.read({ from: last, limit: 1 });
  if (!kept.ok) return kept;
  if (kept.value[0] === undefined) return err(logAhead(last + 1, undefined));
  const held = await log.read(last);
  if (!held.ok) return held;
  return areSameBytes(held.value, utf8Of(kept.value[0])) ? ok(true) : err(differs(last));
}

const logAhead = (log: number, store: number | undefined): Problem<PublishingCode> =>
  refuse(
    'PUBLISHING_LOG_AHEAD',
    `The log holds ${log} entries, the database ${store ?? 'fewer'}: it was restored from an older backup. Nothing was added, because the log would sign a second history.`,
    'Bring back a database that is as new as the log. Entries that are in the log and not in the database can be read from its tiles.',
  );

const differs = (index: number): Problem<PublishingCode> =>
  refuse(
    'PUBLISHING_LOG_DIFFERS',
    `Entry ${index} of the log is not the one that the database has in this place. Nothing more is added.`,
    'Check that log and database belong together (DATABASE_URL, TESTAMUR_DATA, LOG_FOLDER).',
  );
