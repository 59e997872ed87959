import type { CDPSession, Page } from 'playwright-core';

/** A passkey provider inside Chromium: it makes and uses passkeys without a finger. */
export type Authenticator = {
  /** What it holds, to be carried to another one, as a provider does between devices. */
  list(): Promise<readonly Credential[]>;
  add(credentials: readonly Credential[]): Promise<void>;
  /** The device is at home: the browser has no authenticator any more. */
  takeAway(): Promise<void>;
};
export type Credential = Awaited<ReturnType<typeof listCredentials>>[number];

const listCredentials = async (session: CDPSession, authenticatorId: string) =>
  (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials;

/** Gives the page an authenticator (W3C Web Authentication Level 3, section 11: user agent automation). */
export async function giveAuthenticator(page: Page): Promise<Authenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  });
  return {
    list: () => listCredentials(session, authenticatorId),
    add: async (credentials) => {
      for (const credential of credentials)
        await session.send('WebAuthn.addCredential', { authenticatorId, credential });
    },
    takeAway: async () => {
      await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    },
  };
}
