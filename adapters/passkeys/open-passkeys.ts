import { createHash } from 'node:crypto';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { err, ok } from '@testamur/engines/kernel';
import type { ChallengePurpose, PasskeyVerifier } from '@testamur/services/identifying';
import { readNewAnswer, readProofAnswer } from './answer-schema.ts';
import { CHALLENGE_MS, makeChallenge, readChallenge } from './challenges.ts';
import { fromHandle, toHandle } from './person-handle.ts';

/** Read when somebody signs in: a server starts without it. */
const library = () => import('@simplewebauthn/server');

type Asked = {
  readonly origin: string;
  readonly purpose: ChallengePurpose;
  readonly boundTo: string;
  readonly nowMs: number;
};
export type NewPasskeyAsked = Asked & {
  readonly personId: string;
  readonly displayName: string;
  /** Credential ids that she has already: the same authenticator is not asked twice. */
  readonly known: readonly string[];
};

export type Passkeys = PasskeyVerifier & {
  /** What the browser is given to ask for any passkey of this site. */
  askProof(asked: Asked): Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** What the browser is given to make a passkey. */
  askNew(asked: NewPasskeyAsked): Promise<PublicKeyCredentialCreationOptionsJSON>;
};

const hostOf = (origin: string): string => new URL(origin).hostname;
/** The library reads a challenge as text and sends its bytes; ours are bytes already. */
const bytesOf = (challenge: string) => new Uint8Array(Buffer.from(challenge, 'base64url'));
const hashOf = (challenge: string): string => createHash('sha256').update(challenge).digest('hex');

/**
 * Passkeys sealed with the secret that all processes share.
 *
 * @example
 * const passkeys = openPasskeys(secret);
 * const options = await passkeys.askProof({ origin, purpose: 'sign-in', boundTo: '', nowMs: Date.now() });
 */
export function openPasskeys(secret: Uint8Array): Passkeys {
  return {
    ...openVerifier(secret),
    askProof: async ({ origin, purpose, boundTo, nowMs }) =>
      (await library()).generateAuthenticationOptions({
        rpID: hostOf(origin),
        challenge: bytesOf(makeChallenge(secret, { purpose, boundTo }, nowMs)),
        userVerification: 'required',
        timeout: CHALLENGE_MS,
      }),
    askNew: async ({ origin, purpose, boundTo, nowMs, personId, displayName, known }) =>
      (await library()).generateRegistrationOptions({
        rpName: 'Testamur',
        rpID: hostOf(origin),
        userName: displayName,
        userDisplayName: displayName,
        userID: toHandle(personId),
        challenge: bytesOf(makeChallenge(secret, { purpose, boundTo }, nowMs)),
        attestationType: 'none',
        excludeCredentials: known.map((id) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        timeout: CHALLENGE_MS,
      }),
  };
}

function openVerifier(secret: Uint8Array): PasskeyVerifier {
  /** Notes the challenge that was answered, when it is one of ours. */
  const expecting = (asked: { purpose: ChallengePurpose; boundTo: string; at: string }) => {
    const answered = { challenge: '', givenMs: 0 };
    const isOurs = (challenge: string): boolean => {
      const { purpose, boundTo, at } = asked;
      const givenMs = readChallenge(secret, challenge, { purpose, boundTo, nowMs: Date.parse(at) });
      Object.assign(answered, { challenge, givenMs: givenMs ?? 0 });
      return givenMs !== undefined;
    };
    return { answered, isOurs };
  };
  return {
    read: (answer) => {
      const shown = readProofAnswer(answer);
      const personId = shown && fromHandle(shown.response.userHandle);
      return shown && personId ? { credentialId: shown.id, personId } : undefined;
    },
    verifyNew: async ({ answer, origin, ...asked }) => {
      const shown = readNewAnswer(answer);
      if (!shown) return err('It is no answer of a browser.');
      const { answered, isOurs } = expecting(asked);
      const verified = await attempt(async () =>
        (await library()).verifyRegistrationResponse({
          response: shown as Parameters<typeof verifyRegistrationResponse>[0]['response'],
          expectedChallenge: isOurs,
          expectedOrigin: origin,
          expectedRPID: hostOf(origin),
          requireUserVerification: true,
        }),
      );
      if (!verified.ok) return verified;
      const info = verified.value.registrationInfo;
      if (!verified.value.verified || !info) return err('It does not hold.');
      const { id, publicKey, counter, transports } = info.credential;
      return ok({
        credentialId: id,
        publicKey,
        signCount: counter,
        transports: transports ?? [],
        isBackupEligible: info.credentialDeviceType === 'multiDevice',
        isBackedUp: info.credentialBackedUp,
        challengeHash: hashOf(answered.challenge),
      });
    },
    verifyProof: async ({ answer, origin, ...asked }, key) => {
      const shown = readProofAnswer(answer);
      if (!shown) return err('It is no answer of a browser.');
      const { answered, isOurs } = expecting(asked);
      const verified = await attempt(async () =>
        (await library()).verifyAuthenticationResponse({
          response: shown as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
          expectedChallenge: isOurs,
          expectedOrigin: origin,
          expectedRPID: hostOf(origin),
          requireUserVerification: true,
          credential: {
            id: key.credentialId,
            publicKey: new Uint8Array(key.publicKey),
            counter: key.signCount,
          },
        }),
      );
      if (!verified.ok) return verified;
      const { verified: holds, authenticationInfo: info } = verified.value;
      if (!holds) return err('The signature is wrong.');
      return ok({
        signCount: info.newCounter,
        isBackedUp: info.credentialBackedUp,
        challengeHash: hashOf(answered.challenge),
        challengedAt: new Date(answered.givenMs).toISOString(),
      });
    },
  };
}

/** The library throws where an answer does not hold. */
async function attempt<T>(verify: () => Promise<T>) {
  try {
    return ok(await verify());
  } catch (error) {
    return err(error instanceof Error ? error.message : 'It does not hold.');
  }
}
