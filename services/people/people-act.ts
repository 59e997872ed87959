import { err, ok, type Result } from '@testamur/engines/kernel';
import type { ActStores, Instant, Platform, Uuid } from '../authorising/index.ts';
import type { Message, MessageStore } from '../messaging/index.ts';
import { notFound, type PeopleProblem } from './errors.ts';
import type { PeopleStore } from './people-store.ts';

export type PeopleStores = ActStores & { readonly people: PeopleStore };
/** Acts that change what somebody may do tell her so. */
export type Telling = { readonly messages: Pick<MessageStore, 'add'> };
export type PeoplePlatform = Platform<PeopleStores>;
export type Answer<T> = Promise<Result<T, PeopleProblem>>;

/** What is said of a change by the number of rows that it met. */
export function changed(rows: number, what: string): Result<null, PeopleProblem> {
  return rows === 0 ? err(notFound(what)) : ok(null);
}

/** A notice of security to the person whom an act concerns: added before her rights change, as the writer's may change with them. */
export function securityNotice(
  kind: 'role-changed' | 'membership-ended',
  { messageId, personId, at }: { readonly messageId: Uuid; readonly personId: Uuid; readonly at: Instant },
): Message {
  return { messageId, kind, recipient: personId, values: {}, at };
}
