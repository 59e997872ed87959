import { Duplex } from 'node:stream';
import { MessageFramer } from './frame-messages.ts';

/** What the stream needs of the engine in the worker. */
export type ProtocolChannel = {
  beginSession(): void;
  /** One protocol message in, its answer's bytes out; rejects when the engine has ended. */
  exchange(message: Uint8Array): Promise<Uint8Array>;
};

const TERMINATE = 'X'.charCodeAt(0);

/**
 * Looks to the `pg` client like a socket to a server, and talks to the worker instead.
 * `setNoDelay`, `setKeepAlive`, `ref` and `unref` are what the client calls on a socket; they mean nothing here.
 */
export class ProtocolStream extends Duplex {
  readonly #channel: ProtocolChannel;
  readonly #framer = new MessageFramer();

  constructor(channel: ProtocolChannel) {
    super();
    this.#channel = channel;
  }

  connect(): this {
    this.#channel.beginSession();
    setImmediate(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#send(this.#framer.push(chunk)).then(() => done(), done);
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  async #send(messages: readonly Buffer[]): Promise<void> {
    // All are posted before the first answer is awaited: the worker keeps their order.
    const answers = messages
      .filter((message) => message[0] !== TERMINATE)
      .map((message) => this.#channel.exchange(message));
    for (const answer of await Promise.all(answers)) {
      if (answer.length > 0) this.push(answer);
    }
  }
}
