import { ok, sha256Hex } from '@testamur/engines/kernel';
import type { Platform } from '@testamur/services/authorising';
import {
  addPasskey,
  beginRecovery,
  linkIdentity,
  makeRecoveryCodes,
  type PasskeyVerifier,
  type ProviderVerifier,
  setProvider,
  signInWithPasskey,
} from '@testamur/services/identifying';
import type { PlatformStores } from '../stores/open-stores.ts';
import { succeed } from './engines.fixture.ts';
import { ANYBODY, asPerson, newHouse } from './platform.fixture.ts';

/** What a trusting verifier takes for the answer of an authenticator. */
export type Shown = { readonly credentialId: string; readonly personId: string; readonly nonce: string };

/** Believes every answer: for tests of who may do what, not of signatures. */
export const TRUSTING: PasskeyVerifier = {
  read: (answer) => answer as Shown,
  verifyNew: async ({ answer }) => {
    const { credentialId, nonce } = answer as Shown;
    const key = { credentialId, publicKey: new Uint8Array([1]), signCount: 0, transports: ['internal'] };
    return ok({ ...key, isBackupEligible: true, isBackedUp: true, challengeHash: sha256Hex(nonce) });
  },
  verifyProof: async ({ answer, at }) => {
    const challengeHash = sha256Hex((answer as Shown).nonce);
    return ok({ signCount: 0, isBackedUp: true, challengeHash, challengedAt: at });
  },
};

/** Believes that whoever comes back is who the query says: for tests of who may do what. */
export const TRUSTED_PROVIDERS: ProviderVerifier = {
  begin: async (provider) => ok({ address: `${provider.issuer}/auth` }),
  finish: async (provider, _flow, query) =>
    ok({ issuer: provider.issuer, subject: new URLSearchParams(query).get('code') ?? '' }),
};
export const ISSUER = 'https://id.example';
/** What a provider would send back to whoever has the account of that name there. */
export const backFrom = (organisation: string, purpose: 'sign-in' | 'link', subject: string) => ({
  ...{
    query: `?code=${subject}&state=${organisation}.${purpose}.x`,
    browserSecret: 'a browser',
    redirectUri: '',
  },
});

export type SignedInPerson = {
  /** An account at a provider, linked. */
  readonly identityId: string;
  readonly personId: string;
  readonly passkeyId: string;
  readonly credentialId: string;
  readonly sessionId: string;
  readonly secret: string;
  /** A recovery code that was not used. */
  readonly code: string;
};

/** A recovery that was begun then is ripe. */
const LONG_AGO = '2026-11-01T12:00:00.000Z';

/** Two passkeys, of which one may go, a session, codes, and a recovery whose waiting is over. */
export async function signInPerson(
  platform: Platform<PlatformStores>,
  personId: string,
): Promise<SignedInPerson> {
  const trusting = { ...platform, passkeys: TRUSTING };
  const show = (credentialId: string): Shown => ({ credentialId, personId, nonce: platform.newId() });
  const [credentialId, second] = [platform.newId(), platform.newId()];
  const given = { origin: '', label: 'a passkey' };
  const { passkeyId } = await succeed(
    addPasskey(trusting, asPerson(personId), { ...given, answer: show(credentialId) }),
  );
  await succeed(addPasskey(trusting, asPerson(personId), { ...given, answer: show(second) }));
  const place = { device: 'a test', isShared: false };
  const { sessionId, secret } = await succeed(
    signInWithPasskey(trusting, ANYBODY, { answer: show(credentialId), origin: '', place }),
  );
  const { codes } = await succeed(makeRecoveryCodes(platform, asPerson(personId)));
  await succeed(beginRecovery(platform, asPerson(personId, undefined, { at: LONG_AGO })));
  const house = await newHouse(platform);
  const named = { issuer: ISSUER, clientId: 'testamur', clientSecret: 'a secret' };
  await succeed(setProvider(platform, asPerson(house.administrator, house.organisation), named));
  const { identityId } = await succeed(
    linkIdentity(
      { ...platform, providers: TRUSTED_PROVIDERS },
      asPerson(personId),
      backFrom(house.organisation, 'link', personId),
    ),
  );
  return { identityId, personId, passkeyId, credentialId, sessionId, secret, code: codes[0] ?? '' };
}
