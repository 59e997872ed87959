import { randomUUID } from 'node:crypto';
import { ok } from '@testamur/engines/kernel';
import type { Platform } from '@testamur/services/authorising';
import {
  type AssertionRead,
  type AssertionVerifier,
  addAccountKey,
  grantToken,
  type TokenAsked,
} from '@testamur/services/identifying';
import type { PlatformStores } from '../stores/open-stores.ts';
import { succeed } from './engines.fixture.ts';
import { ANYBODY, asPerson, type House } from './platform.fixture.ts';

/** Of no private key that anybody has. */
export const PUBLIC_JWK = { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) } as const;

/** Believes every assertion: for tests of who may do what, not of signatures. */
export const BELIEVING: AssertionVerifier = {
  read: (assertion) => JSON.parse(assertion) as AssertionRead,
  verify: async () => ok(null),
};

type Program = { readonly account: string; readonly key: string };

export function assertionOf({ account, key }: Program): TokenAsked {
  const read: AssertionRead = { accountId: account, keyId: key, assertionId: randomUUID() };
  return { assertion: JSON.stringify(read), audience: '', scopes: undefined };
}

/** A key of the program, and a token that it was given for it. */
export async function giveKey(
  platform: Platform<PlatformStores>,
  house: House,
  account: string,
): Promise<{ readonly key: string; readonly token: string }> {
  const given = { accountId: account, publicJwk: PUBLIC_JWK };
  const inHouse = asPerson(house.administrator, house.organisation);
  const { keyId } = await succeed(addAccountKey(platform, inHouse, given));
  const believing = { ...platform, assertions: BELIEVING };
  const { secret } = await succeed(grantToken(believing, ANYBODY, assertionOf({ account, key: keyId })));
  return { key: keyId, token: secret };
}
