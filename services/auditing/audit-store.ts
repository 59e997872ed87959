import type { Instant, Uuid } from '../authorising/index.ts';

/** One link of an organisation's chain, as stored. */
export type StoredEvent = {
  readonly organisation: Uuid;
  readonly sequence: number;
  readonly recordedAt: Instant;
  readonly act: string;
  /** JSON; the hash is over these characters. */
  readonly event: string;
  readonly previousHash: string;
  readonly hash: string;
  /** Why, in the words of whoever acted. In the event itself they are enciphered. */
  readonly reason?: string | undefined;
};

export type EventsWanted = { readonly after: number; readonly limit: number };

/** The audit trail can be read; it writes itself, and nothing is ever changed or removed. */
export type AuditStore = {
  list(organisation: Uuid, wanted: EventsWanted): Promise<readonly StoredEvent[]>;
};
