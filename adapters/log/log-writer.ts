import { err, ok, type Result } from '@testamur/engines/kernel';
import { checkEntry } from '@testamur/engines/transparency';
import { writeAll } from './durable-write.ts';
import type { LogSigner } from './ed25519.ts';
import { type LogProblem, notDurable, refuse } from './errors.ts';
import type { Files, Lock, OpenFile } from './files.ts';
import { integrateEntries } from './integrate-entries.ts';
import { FRAME_ENTRIES, writeFrame } from './journal.ts';
import { type Recovered, startJournal } from './recover-log.ts';

export type OpenLog = {
  /** The index of the entry, once it is on the disk under that index for good. Entries given while the disk is busy share one wait. */
  readonly append: (entry: Uint8Array) => Promise<Result<number, LogProblem>>;
  /** Puts what was appended into tiles and signs a checkpoint of it: the signed note. */
  readonly integrate: () => Promise<Result<string, LogProblem>>;
  /** How many indexes were given out, in tiles or not. */
  readonly size: () => number;
  /** How many entries the checkpoint covers. */
  readonly integrated: () => number;
  /** Ends with the first write that was not durable: the process should stop then and open the log again. */
  readonly failed: Promise<LogProblem>;
  readonly close: () => Promise<Result<true, LogProblem>>;
};

export type LogSetting = {
  readonly files: Files;
  readonly signer: LogSigner;
  /** Milliseconds from an append to the checkpoint that covers it; 0: only when asked. */
  readonly integrateEvery?: number;
};

type Waiting = { readonly entry: Uint8Array; readonly answer: (given: Result<number, LogProblem>) => void };

/** Bytes after which the journal is begun anew. */
const JOURNAL_LIMIT = 4_000_000;

/** Has the lifetime of the open journal and of the lock. */
export class LogWriter {
  readonly #files: Files;
  readonly #signer: LogSigner;
  readonly #every: number;
  readonly #lock: Lock;
  #state: Recovered;
  #journal: OpenFile;
  #journalBytes: number;
  /** Durable and not yet in tiles. */
  #pending: Uint8Array[] = [];
  #waiting: Waiting[] = [];
  /** The last piece of work on the journal: the next one begins after it. */
  #turn: Promise<void> = Promise.resolve();
  #integrating: Promise<Result<string, LogProblem>> | undefined;
  #isFilling = false;
  #timer: NodeJS.Timeout | undefined;
  #stopped: LogProblem | undefined;
  #tellFailed: (problem: LogProblem) => void = () => {};
  readonly #failed = new Promise<LogProblem>((resolve) => {
    this.#tellFailed = resolve;
  });

  constructor({ files, signer, integrateEvery = 1000 }: LogSetting, recovered: Recovered, lock: Lock) {
    this.#files = files;
    this.#signer = signer;
    this.#every = integrateEvery;
    this.#lock = lock;
    this.#state = recovered;
    this.#journal = recovered.journal;
    this.#journalBytes = 0;
  }

  log(): OpenLog {
    return {
      append: (entry) => this.#append(entry),
      integrate: () => this.#integrate(),
      size: () => this.#state.head.edge.size + this.#pending.length,
      integrated: () => this.#state.head.edge.size,
      failed: this.#failed,
      close: () => this.#close(),
    };
  }

  #append(entry: Uint8Array): Promise<Result<number, LogProblem>> {
    const checked = checkEntry(entry);
    if (!checked.ok) return Promise.resolve(checked);
    if (this.#stopped !== undefined) return Promise.resolve(err(this.#stopped));
    return new Promise((answer) => {
      this.#waiting.push({ entry, answer });
      if (this.#isFilling) return;
      this.#isFilling = true;
      this.#inTurn(() => this.#fillJournal());
    });
  }

  /** One wait for the disk for all that wait, again until nobody does. */
  async #fillJournal(): Promise<void> {
    // Whoever appends in the same moment goes along.
    await Promise.resolve();
    const batch = this.#waiting.splice(0, FRAME_ENTRIES);
    this.#isFilling = this.#waiting.length > 0;
    if (this.#isFilling) this.#inTurn(() => this.#fillJournal());
    try {
      const first = this.#state.head.edge.size + this.#pending.length;
      await this.#write({ first, entries: batch.map(({ entry }) => entry) });
      this.#pending.push(...batch.map(({ entry }) => entry));
      for (const [place, { answer }] of batch.entries()) answer(ok(first + place));
      this.#schedule();
    } catch (error) {
      const problem = this.#fail(error);
      for (const { answer } of batch) answer(err(problem));
    }
  }

  async #write(frame: Parameters<typeof writeFrame>[0]): Promise<void> {
    if (this.#hasFailed()) throw new Error(this.#stopped?.message);
    const bytes = writeFrame(frame);
    await writeAll(this.#journal, bytes);
    await this.#journal.sync();
    this.#journalBytes += bytes.length;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work);
    return this.#turn;
  }

  #schedule(): void {
    if (this.#every === 0 || this.#timer !== undefined || this.#stopped !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#integrate();
    }, this.#every);
  }

  #integrate(): Promise<Result<string, LogProblem>> {
    this.#integrating ??= this.#integrateOnce().finally(() => {
      this.#integrating = undefined;
    });
    return this.#integrating;
  }

  async #integrateOnce(): Promise<Result<string, LogProblem>> {
    if (this.#stopped !== undefined && this.#hasFailed()) return err(this.#stopped);
    const entries = [...this.#pending];
    if (entries.length === 0) return ok(this.#state.checkpoint);
    try {
      const grown = await integrateEntries(this.#files, this.#signer, this.#state.head, entries);
      this.#state = { ...this.#state, ...grown };
      this.#pending.splice(0, entries.length);
      if (this.#journalBytes > JOURNAL_LIMIT) await this.#inTurn(() => this.#renewJournal());
      if (this.#pending.length > 0) this.#schedule();
      return ok(grown.checkpoint);
    } catch (error) {
      return err(this.#fail(error));
    }
  }

  async #renewJournal(): Promise<void> {
    try {
      const kept = { first: this.#state.head.edge.size, entries: this.#pending };
      const renewed = await startJournal(this.#files, kept);
      await this.#journal.close();
      this.#journal = renewed;
      this.#journalBytes = 0;
    } catch (error) {
      this.#fail(error);
    }
  }

  /** An error of the disk is final: what the disk holds is known again only after it was read anew. */
  #fail(error: unknown): LogProblem {
    const problem = notDurable(error);
    this.#stopped = problem;
    clearTimeout(this.#timer);
    this.#tellFailed(problem);
    return problem;
  }

  #hasFailed(): boolean {
    return this.#stopped?.code === 'LOG_WRITE_FAILED';
  }

  async #close(): Promise<Result<true, LogProblem>> {
    if (this.#stopped === undefined) this.#stopped = refuse('LOG_CLOSED', 'The log was closed.');
    clearTimeout(this.#timer);
    // The first may be under way with fewer entries.
    while (this.#isFilling) await this.#turn;
    await this.#turn;
    await this.#integrating;
    const last = await this.#integrate();
    await this.#journal.close().catch(() => {});
    await this.#lock.release();
    return last.ok ? ok(true) : last;
  }
}
