import { randomBytes, randomUUID } from 'node:crypto';
import { openAssertions } from '@testamur/adapters/client-assertions';
import { openPasskeys, type Passkeys } from '@testamur/adapters/passkeys';
import {
  type Database,
  openSharedSecret,
  openUnitOfWork,
  type PlatformStores,
} from '@testamur/adapters/postgres';
import { ok } from '@testamur/engines/kernel';
import { type ActName, authoriseByMatrix, type Platform } from '@testamur/services/authorising';
import type { AssertionVerifier } from '@testamur/services/identifying';
import type { PersonKeys } from '@testamur/services/privacy';
import type { HaltSwitch } from '../halting/halt-switch.ts';

/** What every act is given in this process. */
export type ServerPlatform = Platform<PlatformStores> & {
  readonly passkeys: Passkeys;
  readonly personKeys: PersonKeys;
  readonly assertions: AssertionVerifier;
};

/** Every process on one database seals with the same secret, so that any of them can take what another gave out. */
export async function openServerPlatform(database: Database, halt?: HaltSwitch) {
  const secret = await openSharedSecret(database, 'challenges', randomBytes(32));
  return secret.ok ? ok({ ...assemblePlatform(database, secret.value), ...haltOf(halt) }) : secret;
}

const haltOf = (halt: HaltSwitch | undefined) => (halt === undefined ? {} : { haltHere: halt.here });

export const assemblePlatform = (database: Database, secret: Uint8Array): ServerPlatform => ({
  unitOfWork: openUnitOfWork(database),
  authorise: authoriseByMatrix,
  newId: () => randomUUID(),
  newSecret: () => randomBytes(32).toString('base64url'),
  passkeys: openPasskeys(secret),
  personKeys: database.keys,
  assertions: openAssertions(),
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
