import type { Result } from '@testamur/engines/kernel';
import type { Instant, Uuid } from '../authorising/index.ts';
import type { PublicJwk } from './read-public-jwk.ts';

/** What an assertion says of itself, before anything of it is believed. */
export type AssertionRead = { readonly accountId: Uuid; readonly keyId: Uuid; readonly assertionId: string };

export type AssertionShown = {
  readonly assertion: string;
  readonly publicJwk: PublicJwk;
  readonly accountId: Uuid;
  /** For whom it must have been made: us. */
  readonly audience: string;
  readonly at: Instant;
};

/** Checks what a program signs to show that it holds its key: `private_key_jwt`, RFC 7523 section 3. */
export type AssertionVerifier = {
  read(assertion: string): AssertionRead | undefined;
  verify(shown: AssertionShown): Promise<Result<null, string>>;
};
