import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '@testamur/engines/kernel';
import { placesOf, type Said } from './answer-asks.ts';
import { type ThreadsCode, type ThreadsProblem, threadsProblem } from './errors.ts';

export type ThreadsOptions = {
  /** The built file that calls `answerAsks`. */
  readonly file: string;
  readonly threads: number;
  /** Questions that may wait for a thread; more are refused. */
  readonly mostWaiting: number;
  readonly limitMs: number;
  readonly memoryMb: number;
  /** Told where in the code a thread failed. */
  readonly onFailure: (where: string) => void;
};

export type Threads<Ask, Answer> = {
  /** The question is dropped when `signal` aborts before it was answered. */
  ask(ask: Ask, signal?: AbortSignal): Promise<Result<Answer, ThreadsProblem>>;
  /** Ends every thread; what is still asked is refused. */
  close(): Promise<void>;
};

type Job = { readonly ask: unknown; settle(result: Result<unknown, ThreadsProblem>): void };
type Thread = { readonly worker: Worker; job: Job | undefined; timer: NodeJS.Timeout | undefined };

/**
 * A pool that starts a thread when there is work for it, up to `threads`, and keeps it.
 *
 * @example
 * const threads = startThreads<number, number>({ file, threads: 2, mostWaiting: 50, limitMs: 10_000, memoryMb: 512, onFailure });
 * const answer = await threads.ask(12);
 */
export function startThreads<Ask, Answer>(options: ThreadsOptions): Threads<Ask, Answer> {
  const pool = new ThreadPool(options);
  return {
    ask: (ask, signal) => pool.ask(ask, signal) as Promise<Result<Answer, ThreadsProblem>>,
    close: () => pool.close(),
  };
}

class ThreadPool {
  readonly #options: ThreadsOptions;
  readonly #threads = new Set<Thread>();
  readonly #waiting = new Set<Job>();
  #closed = false;

  constructor(options: ThreadsOptions) {
    this.#options = options;
  }

  ask(ask: unknown, signal?: AbortSignal): Promise<Result<unknown, ThreadsProblem>> {
    if (this.#closed) return Promise.resolve(err(threadsProblem('THREADS_STOPPED')));
    if (signal?.aborted) return Promise.resolve(err(threadsProblem('THREADS_ABANDONED')));
    const isFree = this.#findFree() !== undefined || this.#threads.size < this.#options.threads;
    if (!isFree && this.#waiting.size >= this.#options.mostWaiting)
      return Promise.resolve(err(threadsProblem('THREADS_BUSY')));
    return new Promise((resolve) => {
      const abandon = () => this.#abandon(job);
      const job: Job = {
        ask,
        settle: (result) => {
          signal?.removeEventListener('abort', abandon);
          resolve(result);
        },
      };
      signal?.addEventListener('abort', abandon, { once: true });
      this.#waiting.add(job);
      this.#assign();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#waiting) job.settle(err(threadsProblem('THREADS_STOPPED')));
    this.#waiting.clear();
    await Promise.all([...this.#threads].map((thread) => this.#end(thread, 'THREADS_STOPPED')));
  }

  #findFree(): Thread | undefined {
    return [...this.#threads].find((thread) => thread.job === undefined);
  }

  #assign(): void {
    for (const job of this.#waiting) {
      const thread =
        this.#findFree() ?? (this.#threads.size < this.#options.threads ? this.#start() : undefined);
      if (thread === undefined) return;
      this.#waiting.delete(job);
      thread.job = job;
      thread.timer = setTimeout(() => void this.#end(thread, 'THREADS_TIMED_OUT'), this.#options.limitMs);
      thread.worker.postMessage(job.ask);
    }
  }

  #start(): Thread {
    const worker = new Worker(this.#options.file, {
      // The flags of the main program (a loader, --eval) are not meant for this file.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#options.memoryMb },
    });
    const thread: Thread = { worker, job: undefined, timer: undefined };
    this.#threads.add(thread);
    worker.on('message', (said: Said) => this.#hear(thread, said));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      this.#options.onFailure(`${error.code ?? ''} ${placesOf(error)}`.trim());
      const isExhausted = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      void this.#end(thread, isExhausted ? 'THREADS_EXHAUSTED' : 'THREADS_FAILED');
    });
    worker.on('exit', () => void this.#end(thread, 'THREADS_FAILED'));
    return thread;
  }

  #hear(thread: Thread, said: Said): void {
    if (said.state === 'failed') this.#options.onFailure(said.where);
    this.#settle(thread, said.state === 'failed' ? err(threadsProblem('THREADS_FAILED')) : ok(said.answer));
    this.#assign();
  }

  /** The first reason counts: an ended thread says more things while it goes down. */
  async #end(thread: Thread, code: ThreadsCode): Promise<void> {
    if (!this.#threads.delete(thread)) return;
    this.#settle(thread, err(threadsProblem(code)));
    const ended = thread.worker.terminate();
    if (!this.#closed) this.#assign();
    await ended;
  }

  #settle(thread: Thread, result: Result<unknown, ThreadsProblem>): void {
    clearTimeout(thread.timer);
    thread.job?.settle(result);
    thread.job = undefined;
  }

  /** What has begun cannot be stopped but by ending its thread, which costs more than to finish: only the answer is dropped. */
  #abandon(job: Job): void {
    this.#waiting.delete(job);
    job.settle(err(threadsProblem('THREADS_ABANDONED')));
  }
}
