import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { ProtocolStream } from './protocol-stream.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages.ts';

export type EngineOptions = {
  readonly directory: string;
  /** After so many milliseconds without an answer the engine is taken for dead and ended. */
  readonly watchdogMs: number;
};

type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void };

/** The running embedded database: a worker thread, its watchdog, and streams that look like sockets. */
export class EmbeddedEngine {
  readonly #worker: Worker;
  readonly #watchdogMs: number;
  readonly #waiting: Waiting[] = [];
  readonly #opened: Promise<void>;
  #settleOpening: { resolve: () => void; reject: (reason: Error) => void } | undefined;
  readonly #streams = new Set<ProtocolStream>();
  readonly #onFailure: ((reason: Error) => void)[] = [];
  #watchdog: NodeJS.Timeout | undefined;
  #ended: Error | undefined;
  #closing = false;

  private constructor(worker: Worker, watchdogMs: number) {
    this.#worker = worker;
    this.#watchdogMs = watchdogMs;
    this.#opened = new Promise((resolve, reject) => {
      this.#settleOpening = { resolve, reject };
    });
    worker.on('message', (message: FromWorker) => this.#receive(message));
    worker.on('error', (error) => this.#end(error));
    worker.on('exit', () => this.#end(new Error('The embedded database has ended.')));
  }

  /** Starts the worker and waits until the database answers; rejects with the engine's own message when it cannot open. */
  static async start(options: EngineOptions): Promise<EmbeddedEngine> {
    const find = createRequire(import.meta.url);
    const isNew = !existsSync(`${options.directory}/PG_VERSION`);
    const settings: WorkerSettings = {
      directory: options.directory,
      image: isNew ? emptyDatabaseImage(find) : undefined,
    };
    const worker = new Worker(find.resolve('@testamur/adapters/pglite-worker'), {
      workerData: settings,
      // The flags of the main program (a loader, --eval) are not meant for this file.
      execArgv: [],
    });
    const engine = new EmbeddedEngine(worker, options.watchdogMs);
    await engine.#opened;
    return engine;
  }

  createStream(): ProtocolStream {
    const stream = new ProtocolStream({
      beginSession: () => this.#post({ kind: 'session' }),
      exchange: (message) => this.#exchange(message),
    });
    this.#streams.add(stream);
    stream.once('close', () => this.#streams.delete(stream));
    return stream;
  }

  /** Called once, when the engine has ended without being asked to. */
  onFailure(listener: (reason: Error) => void): void {
    this.#onFailure.push(listener);
  }

  async close(): Promise<void> {
    if (this.#ended || this.#closing) return;
    this.#closing = true;
    const exited = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    this.#post({ kind: 'close' });
    await exited;
  }

  #exchange(message: Uint8Array): Promise<Uint8Array> {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#post({ kind: 'message', bytes: message });
      this.#watch();
    });
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #receive(message: FromWorker): void {
    if (message.kind === 'ready') this.#settleOpening?.resolve();
    if (message.kind === 'failed')
      this.#end(new Error(`The embedded database did not open: ${message.message}`));
    if (message.kind !== 'answer') return;
    this.#waiting.shift()?.resolve(message.bytes);
    clearTimeout(this.#watchdog);
    this.#watchdog = undefined;
    if (this.#waiting.length > 0) this.#watch();
  }

  /** One timer for the oldest question: after a full disk the engine never answers again and says nothing. */
  #watch(): void {
    this.#watchdog ??= setTimeout(() => {
      this.#end(
        new Error(`The embedded database has not answered for ${this.#watchdogMs} ms and was stopped.`),
      );
      void this.#worker.terminate();
    }, this.#watchdogMs);
  }

  #end(reason: Error): void {
    if (this.#ended) return;
    this.#ended = reason;
    clearTimeout(this.#watchdog);
    this.#settleOpening?.reject(reason);
    for (const waiting of this.#waiting.splice(0)) waiting.reject(reason);
    for (const stream of this.#streams) stream.destroy(reason);
    if (this.#closing) return;
    for (const listener of this.#onFailure) listener(reason);
  }
}

/** Made by the build; without it the database is created step by step, which is only slower. */
function emptyDatabaseImage(find: NodeJS.Require): string | undefined {
  try {
    const image = find.resolve('@testamur/adapters/empty-database');
    return existsSync(image) ? image : undefined;
  } catch {
    return undefined;
  }
}
