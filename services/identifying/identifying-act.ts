import { err, ok, type Result } from '@testamur/engines/kernel';
import {
  type ActStores,
  type Instant,
  organisationOf,
  type Platform,
  type Request,
  type Uuid,
} from '../authorising/index.ts';
import type { Message, MessageStore } from '../messaging/index.ts';
import { type IdentifyingProblem, notFound } from './errors.ts';
import type { IdentifyingStore } from './identifying-store.ts';
import type { LinkStore } from './link-store.ts';
import type { PasskeyVerifier } from './passkey-port.ts';
import type { ProgramStore } from './program-store.ts';
import type { ProviderStore } from './provider-store.ts';
import type { RecoveryStore } from './recovery-store.ts';

export type IdentifyingStores = ActStores & {
  readonly identifying: IdentifyingStore & RecoveryStore & LinkStore;
  readonly programs: ProgramStore;
  readonly providers: ProviderStore;
};
/** Acts that change how somebody gets in tell her so. */
export type Telling = { readonly messages: Pick<MessageStore, 'add'> };
export type TellingHouse = { readonly messages: Pick<MessageStore, 'add' | 'listHolders'> };
export type TellingPlatform = Platform<IdentifyingStores & Telling>;
export type IdentifyingPlatform = Platform<IdentifyingStores> & { readonly passkeys: PasskeyVerifier };
export type Answer<T> = Promise<Result<T, IdentifyingProblem>>;

/** What is said of a change by the number of rows that it met. */
export function changed(rows: number, what: string): Result<null, IdentifyingProblem> {
  return rows === 0 ? err(notFound(what)) : ok(null);
}

type ToTell = { readonly messageId: Uuid; readonly personId: Uuid; readonly at: Instant };

/** A notice of security to whoever's account it is: always sent, whatever she has switched off. */
export const ownNotice = (
  kind: 'recovery-begun' | 'recovery-finished' | 'recovery-cancelled' | 'sign-in-changed',
  { messageId, personId, at }: ToTell,
): Message => ({ messageId, kind, recipient: personId, values: { path: '/account' }, at });

/** That a key of a program was added or ended is told to everybody who leads the organisation, whoever did it. */
export async function tellAdministrators(
  messages: TellingHouse['messages'],
  request: Request,
  newId: () => Uuid,
): Promise<void> {
  const organisation = organisationOf(request);
  for (const recipient of await messages.listHolders(organisation, ['administrator'])) {
    const notice = {
      messageId: newId(),
      kind: 'key-changed',
      recipient,
      values: { path: '/account' },
    } as const;
    await messages.add(organisation, { ...notice, at: request.at });
  }
}
