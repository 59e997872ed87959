import type { Instant, Uuid } from '../authorising/index.ts';
import type { PublicJwk } from './read-public-jwk.ts';

export type AccountKey = {
  readonly keyId: Uuid;
  readonly accountId: Uuid;
  readonly publicJwk: PublicJwk;
  readonly addedBy: Uuid;
  readonly validFrom: Instant;
};
export type AccountKeyFound = AccountKey & {
  readonly organisation: Uuid;
  readonly validUntil: Instant | undefined;
};

export type PresentedAccount = { readonly scopes: readonly string[]; readonly isDisabled: boolean };

export type TokenIssued = {
  readonly tokenId: Uuid;
  readonly accountId: Uuid;
  readonly tokenHash: string;
  readonly scopes: readonly string[];
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
};
export type TokenFound = Pick<TokenIssued, 'accountId' | 'scopes' | 'expiresAt'> & {
  readonly organisation: Uuid;
};

/** Programs that act for an organisation: their public keys, and what they were given for showing that they hold one. */
export type ProgramStore = {
  addKey(organisation: Uuid, key: AccountKey): Promise<void>;
  listKeys(organisation: Uuid): Promise<readonly AccountKeyFound[]>;
  retireKey(organisation: Uuid, keyId: Uuid, until: Instant): Promise<number>;
  /** The key that an assertion names; finding out who asks is no reading of somebody's data. */
  findKey(keyId: Uuid): Promise<AccountKeyFound | undefined>;
  findAccount(organisation: Uuid, accountId: Uuid): Promise<PresentedAccount | undefined>;
  /** Fails as a conflict when it was spent before. */
  spendAssertion(
    organisation: Uuid,
    spent: { readonly accountId: Uuid; readonly assertionHash: string; readonly at: Instant },
  ): Promise<void>;
  addToken(organisation: Uuid, token: TokenIssued): Promise<void>;
  findToken(tokenHash: string): Promise<TokenFound | undefined>;
};
