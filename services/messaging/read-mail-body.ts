import type { Instant } from '../authorising/index.ts';
import type { MessageValues } from './message-store.ts';

/** What the outbox holds of a mail: what the text is filled with, and the address where there is no account to look it up. */
export type MailBody = {
  readonly values: MessageValues;
  readonly mail?: string;
  readonly language?: string;
  readonly until?: Instant;
};

/** The store gives back JSON; anything else than what this room wrote is not sent. */
export function readMailBody(body: unknown): MailBody | undefined {
  if (typeof body !== 'object' || body === null || !('values' in body)) return undefined;
  const { values, mail, language, until } = body as Readonly<Record<string, unknown>>;
  if (typeof values !== 'object' || values === null) return undefined;
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  if (![mail, language, until, ...Object.values(values)].every(isText)) return undefined;
  return body as MailBody;
}
