import { ok, sha256Hex } from '@testamur/engines/kernel';
import type { Platform } from '@testamur/services/authorising';
import {
  addPasskey,
  beginRecovery,
  makeRecoveryCodes,
  type PasskeyVerifier,
  signInWithPasskey,
} from '@testamur/services/identifying';
import type { PlatformStores } from '../stores/open-stores.ts';
import { succeed } from './engines.fixture.ts';
import { ANYBODY, asPerson } from './platform.fixture.ts';

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

export type SignedInPerson = {
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
  return { personId, passkeyId, credentialId, sessionId, secret, code: codes[0] ?? '' };
}
