import { err, ok, type Result } from '@testamur/engines/kernel';
import type { ActStores, Platform } from '../authorising/index.ts';
import { type MessagingProblem, notFound } from './errors.ts';
import type { MessageStore, PreferenceStore } from './message-store.ts';
import type { WebhookStore } from './webhook-store.ts';

export type MessagingStores = ActStores & {
  readonly messages: MessageStore;
  readonly preferences: PreferenceStore;
  readonly webhooks: WebhookStore;
};
export type MessagingPlatform = Platform<MessagingStores>;
export type Answer<T> = Promise<Result<T, MessagingProblem>>;

export const changed = (rows: number, what: string): Result<null, MessagingProblem> =>
  rows === 0 ? err(notFound(what)) : ok(null);
