import { err, ok, sha256Hex } from '@testamur/engines/kernel';
import { type Instant, type Platform, performAct, type Request } from '../authorising/index.ts';
import type { AssertionVerifier } from './assertion-port.ts';
import { notRecognised, refuse } from './errors.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';

/** Short: a token that was lost is worth little, and what an account may no longer do ends soon. */
export const TOKEN_MS = 10 * 60_000;

export type TokenAsked = {
  readonly assertion: string;
  readonly audience: string;
  /** Fewer scopes than the account has; all of them when nothing is said. */
  readonly scopes: readonly string[] | undefined;
};
export type TokenGranted = {
  readonly secret: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Instant;
  readonly seconds: number;
};

/** OAuth 2 client credentials (RFC 6749 section 4.4) for a program that shows that it holds its key. An assertion serves once. */
export async function grantToken(
  platform: Platform<IdentifyingStores> & { readonly assertions: AssertionVerifier },
  request: Request,
  asked: TokenAsked,
): Answer<TokenGranted> {
  const read = platform.assertions.read(asked.assertion);
  if (!read) return err(notRecognised());
  const { accountId, keyId, assertionId } = read;
  const [tokenId, secret, at] = [platform.newId(), platform.newSecret(), request.at];
  return performAct(
    platform,
    { act: 'identifying.grant-token', request: { ...request, secret: keyId }, content: {} },
    async ({ programs }) => {
      const key = await programs.findKey(keyId);
      if (!key || key.accountId !== accountId || !isValid(key, at)) return err(notRecognised());
      const { organisation, publicJwk } = key;
      const account = await programs.findAccount(organisation, accountId);
      if (!account || account.isDisabled) return err(notRecognised());
      const { assertion, audience, scopes = account.scopes } = asked;
      const verified = await platform.assertions.verify({ assertion, publicJwk, accountId, audience, at });
      if (!verified.ok) return err(notRecognised());
      if (scopes.length === 0 || !scopes.every((scope) => account.scopes.includes(scope)))
        return err(beyond());
      await programs.spendAssertion(organisation, { accountId, assertionHash: sha256Hex(assertionId), at });
      const expiresAt = new Date(Date.parse(at) + TOKEN_MS).toISOString();
      const tokenHash = sha256Hex(secret);
      await programs.addToken(organisation, {
        tokenId,
        accountId,
        tokenHash,
        scopes,
        issuedAt: at,
        expiresAt,
      });
      return ok({ secret, scopes, expiresAt, seconds: TOKEN_MS / 1_000 });
    },
  );
}

type Validity = { readonly validFrom: Instant; readonly validUntil: Instant | undefined };

const isValid = ({ validFrom, validUntil }: Validity, at: Instant): boolean =>
  validFrom <= at && (validUntil === undefined || at < validUntil);

const beyond = () =>
  refuse(
    'IDENTIFYING_SCOPE',
    'The account does not have all of these scopes.',
    'Ask for fewer scopes, or for those that an administrator has given to the account.',
  );
