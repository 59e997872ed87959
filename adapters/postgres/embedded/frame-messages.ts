/**
 * Cuts the bytes that a client sends into whole messages of PostgreSQL's wire protocol (version 3, "Message Formats"):
 * the first message has no type byte, every later one has a type byte and then a length that counts itself.
 */
export class MessageFramer {
  #rest: Buffer = Buffer.alloc(0);
  #startupSeen = false;

  /** The messages completed by these bytes, in order; an unfinished one is kept until its end arrives. */
  push(bytes: Uint8Array): Buffer[] {
    this.#rest = this.#rest.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.#rest, bytes]);
    const messages: Buffer[] = [];
    for (let size = this.#nextSize(); size > 0; size = this.#nextSize()) {
      messages.push(this.#rest.subarray(0, size));
      this.#rest = this.#rest.subarray(size);
      this.#startupSeen = true;
    }
    return messages;
  }

  /** The size in bytes of the message at the front, or 0 while it is incomplete. */
  #nextSize(): number {
    const head = this.#startupSeen ? 1 : 0;
    if (this.#rest.length < head + 4) return 0;
    const size = head + this.#rest.readInt32BE(head);
    return this.#rest.length >= size ? size : 0;
  }
}
