import type { MessageKind } from '@testamur/services/messaging';

/** `{organisation}`, `{minutes}`, `{until}`, `{host}` and `{name}` are filled in. */
export type MailWords = {
  readonly subject: string;
  readonly lines: readonly string[];
  /** What the link says; it leads to the message's own path, or to the portal. */
  readonly link: string;
};

export type Words = {
  readonly greeting: string;
  /** When the name is not known. */
  readonly greetingPlain: string;
  readonly kinds: Readonly<Record<MessageKind, MailWords>>;
  /** Under each kind of message: why it was sent. */
  readonly because: Readonly<Record<'address' | 'security' | 'notice', string>>;
};
