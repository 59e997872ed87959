import { randomBytes } from 'node:crypto';
import { openAssertions } from '@testamur/adapters/client-assertions';
import { type EgressSettings, openEgress } from '@testamur/adapters/egress';
import { openProviders } from '@testamur/adapters/oidc';
import { openPasskeys, type Passkeys } from '@testamur/adapters/passkeys';
import { type Database, openSharedSecret, type PlatformStores } from '@testamur/adapters/postgres';
import { ok } from '@testamur/engines/kernel';
import type { ActName, Platform } from '@testamur/services/authorising';
import type { AssertionVerifier, ProviderVerifier } from '@testamur/services/identifying';
import type { PersonKeys } from '@testamur/services/privacy';
import type { HaltSwitch } from '../halting/halt-switch.ts';
import { openPlatform } from '../open-platform.ts';

/** What every act is given in this process. */
export type ServerPlatform = Platform<PlatformStores> & {
  readonly passkeys: Passkeys;
  readonly personKeys: PersonKeys;
  readonly assertions: AssertionVerifier;
  /** Of organisations. */
  readonly providers: ProviderVerifier;
  /** Whether letters leave this machine; without a mail server whoever invites hands the link over herself. */
  readonly sendsLetters: boolean;
};

/** What the platform is told of the machine that it runs on. Without `egress` nobody is reached. */
export type Around = {
  readonly halt?: HaltSwitch;
  readonly egress?: EgressSettings;
  readonly sendsLetters?: boolean;
};

/** Every process on one database seals with the same secret, so that any of them can take what another gave out. */
export async function openServerPlatform(database: Database, around: Around = {}) {
  const secret = await openSharedSecret(database, 'challenges', randomBytes(32));
  return secret.ok ? ok(assemblePlatform(database, secret.value, around)) : secret;
}

export const assemblePlatform = (
  database: Database,
  secret: Uint8Array,
  { halt, egress = { isOffline: true }, sendsLetters = false }: Around = {},
): ServerPlatform => ({
  ...openPlatform(database, halt),
  passkeys: openPasskeys(secret),
  personKeys: database.keys,
  assertions: openAssertions(),
  sendsLetters,
  providers: openProviders(openEgress(egress)),
});

/** A platform on which only these acts can be performed: what a route has not declared it cannot do. */
export function limitTo(platform: ServerPlatform, acts: readonly ActName[]): ServerPlatform {
  return {
    ...platform,
    unitOfWork: (act, request, work) => {
      if (!acts.includes(act)) throw new Error(`The route has not declared the act ${act}.`);
      return platform.unitOfWork(act, request, work);
    },
  };
}
