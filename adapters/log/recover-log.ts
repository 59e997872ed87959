import { err, ok, type Result } from '@testamur/engines/kernel';
import type { CheckpointTrust } from '@testamur/engines/transparency';
import { DRAFT, ensureFolder, JOURNAL, PRIVATE, writeAll } from './durable-write.ts';
import type { LogSigner } from './ed25519.ts';
import { type LogProblem, refuse } from './errors.ts';
import type { Files, OpenFile } from './files.ts';
import { type Integrated, integrateEntries } from './integrate-entries.ts';
import { FRAME_ENTRIES, type Frame, readJournal, writeFrame } from './journal.ts';
import { readCheckpoint, readHead } from './read-log.ts';

export type Recovered = Integrated & { readonly journal: OpenFile };

/**
 * Reads what is there, and finishes what was half done. The journal is written anew first: what this process sees of it may have
 * never reached the disk, and no checkpoint may promise what a loss of power could still take back.
 */
export async function recoverLog(
  files: Files,
  trust: CheckpointTrust,
  signer: LogSigner,
): Promise<Result<Recovered, LogProblem>> {
  const checkpoint = await readCheckpoint(files, trust);
  if (!checkpoint.ok) return checkpoint;
  const head = await readHead(files, checkpoint.value);
  if (!head.ok) return head;
  const frames = readJournal((await files.read(JOURNAL)) ?? new Uint8Array(0));
  if (!frames.ok) return frames;
  const pending = entriesFrom(frames.value, checkpoint.value.size);
  if (!pending.ok) return pending;
  // Perhaps one of which the disk refused a part: nothing may be built upon it.
  await files.remove(DRAFT);
  const journal = await startJournal(files, { first: checkpoint.value.size, entries: pending.value });
  if (pending.value.length === 0)
    return ok({ head: head.value, checkpoint: checkpoint.value.source, journal });
  return ok({ ...(await integrateEntries(files, signer, head.value, pending.value)), journal });
}

/** The entries of the journal that are not in the tree yet. */
function entriesFrom(frames: readonly Frame[], size: number): Result<readonly Uint8Array[], LogProblem> {
  const [first] = frames;
  if (first !== undefined && first.first > size)
    return err(refuse('LOG_DAMAGED', 'Entries are missing between the checkpoint and the journal.'));
  return ok(frames.flatMap(({ first: begin, entries }) => entries.slice(Math.max(0, size - begin))));
}

/** A journal with these entries in the place of the old one, open for more. */
export async function startJournal(files: Files, { first, entries }: Frame): Promise<OpenFile> {
  await ensureFolder(files, PRIVATE);
  const journal = await files.create(DRAFT);
  for (let at = 0; at < entries.length; at += FRAME_ENTRIES)
    await writeAll(
      journal,
      writeFrame({ first: first + at, entries: entries.slice(at, at + FRAME_ENTRIES) }),
    );
  await journal.sync();
  await files.rename(DRAFT, JOURNAL);
  await files.syncFolder(PRIVATE);
  return journal;
}
