import type { Result } from '@testamur/engines/kernel';
import type { Instant, Uuid } from '../authorising/index.ts';

/** For what a challenge was given out; an answer to another one does not serve. */
export type ChallengePurpose = 'sign-in' | 'new-account' | 'new-passkey' | 'proof';

/** What the browser sent. Untrusted. */
export type PasskeyAnswer = {
  readonly answer: unknown;
  /** Where the browser believes to be, as the server knows it: `https://testamur.example.org`. */
  readonly origin: string;
  readonly purpose: ChallengePurpose;
  /** Whom or what the challenge was given out for: a person, a session. Empty where nobody is known yet. */
  readonly boundTo: string;
  readonly at: Instant;
};

/** The public half of a passkey, as stored. */
export type PasskeyKey = {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly signCount: number;
  readonly transports: readonly string[];
};

export type NewPasskey = PasskeyKey & {
  /** It may exist on several devices, or be restored on a new one. */
  readonly isBackupEligible: boolean;
  readonly isBackedUp: boolean;
};

export type PasskeyProof = {
  readonly signCount: number;
  readonly isBackedUp: boolean;
  /** SHA-256 of the challenge, so that it serves once. */
  readonly challengeHash: string;
  /** When the challenge was given out. */
  readonly challengedAt: Instant;
};

/** Checks what authenticators sign: user presence and user verification are both required. */
export type PasskeyVerifier = {
  /** Which passkey answers, and whose it says it is. */
  read(answer: unknown): { readonly credentialId: string; readonly personId: Uuid } | undefined;
  verifyNew(given: PasskeyAnswer): Promise<Result<NewPasskey & { readonly challengeHash: string }, string>>;
  verifyProof(given: PasskeyAnswer, key: PasskeyKey): Promise<Result<PasskeyProof, string>>;
};
