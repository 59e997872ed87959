import type { Instant, Uuid } from '../authorising/index.ts';
import type { Channel, MessageKind } from './message-kinds.ts';

/** What a text is filled with. A `path` is added to the address of the portal. Nothing here goes into a log or a job. */
export type MessageValues = Readonly<Record<string, string>>;

/** A message to a person, in the tenant of whoever writes it: nobody writes a row into somebody else's. */
export type Message = {
  readonly messageId: Uuid;
  readonly kind: MessageKind;
  /** A person with an account: her address and language are looked up when the message is sent. */
  readonly recipient: Uuid | { readonly mail: string; readonly language: string };
  readonly values: MessageValues;
  /** Not sent after this: a link that serves no more. */
  readonly until?: Instant;
  readonly at: Instant;
};

/** What stands in the outbox about a message that is taken to be sent. */
export type MessageFound = {
  readonly messageId: Uuid;
  readonly channel: Channel | 'webhook';
  readonly kind: string;
  readonly body: unknown;
  readonly recipientId: Uuid | undefined;
  readonly endpointId: Uuid | undefined;
  readonly createdAt: Instant;
  readonly attempts: number;
  readonly isSettled: boolean;
};

export type RecipientFound = {
  readonly displayName: string;
  readonly mail: string | undefined;
  readonly language: string;
};

export type Notice = {
  readonly messageId: Uuid;
  readonly organisation: Uuid;
  readonly kind: MessageKind;
  readonly at: Instant;
};

/** `failed` with `isFinal` was tried for the last time. */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'withheld'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string; readonly isFinal: boolean };

/** Messages. What is added is sent by the worker after the transaction, at least once, and shown in the portal. */
export type MessageStore = {
  add(organisation: Uuid, message: Message): Promise<void>;
  find(organisation: Uuid, messageId: Uuid): Promise<MessageFound | undefined>;
  findRecipient(personId: Uuid): Promise<RecipientFound | undefined>;
  findOrganisationName(organisation: Uuid): Promise<string | undefined>;
  /** Keeps what became of it; of a message that was sent the content goes. */
  settle(organisation: Uuid, messageId: Uuid, outcome: Outcome, at: Instant): Promise<number>;
  /** Newest first. */
  listNotices(personId: Uuid, limit: number): Promise<readonly Notice[]>;
  /** Who belongs to the organisation now and holds one of the roles. */
  listHolders(organisation: Uuid, roles: readonly string[]): Promise<readonly Uuid[]>;
};

export type Preference = {
  readonly kind: MessageKind;
  readonly channel: Channel;
  readonly isWanted: boolean;
};

/** What people want to be told. What is not said is wanted. */
export type PreferenceStore = {
  set(personId: Uuid, preference: Preference, at: Instant): Promise<void>;
  list(personId: Uuid): Promise<readonly Preference[]>;
};
