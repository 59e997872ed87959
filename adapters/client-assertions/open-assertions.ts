import { err, ok } from '@testamur/engines/kernel';
import { isUuid } from '@testamur/services/authorising';
import type { AssertionVerifier } from '@testamur/services/identifying';
import { decodeJwt, decodeProtectedHeader, importJWK, jwtVerify } from 'jose';

/** Whoever signs for us signs now. */
const LONGEST_SECONDS = 300;
/** Clocks that are a little apart. */
const TOLERANCE_SECONDS = 30;
const LONGEST_TEXT = 4_096;
const SHORTEST_ID = 16;

const ALGORITHMS = { EC: 'ES256', OKP: 'EdDSA' } as const;

/** @example const assertions = openAssertions(); */
export function openAssertions(): AssertionVerifier {
  return {
    read: (assertion) => {
      if (assertion.length > LONGEST_TEXT) return undefined;
      try {
        const { kid } = decodeProtectedHeader(assertion);
        const { sub, jti } = decodeJwt(assertion);
        if (!kid || !isUuid(kid) || !sub || !isUuid(sub) || !jti || jti.length < SHORTEST_ID)
          return undefined;
        return { accountId: sub, keyId: kid, assertionId: jti };
      } catch {
        return undefined;
      }
    },
    verify: async ({ assertion, publicJwk, accountId, audience, at }) => {
      const algorithm = ALGORITHMS[publicJwk.kty];
      const currentDate = new Date(at);
      try {
        const key = await importJWK({ ...publicJwk }, algorithm);
        const { payload } = await jwtVerify(assertion, key, {
          ...{ algorithms: [algorithm], issuer: accountId, subject: accountId, audience, currentDate },
          ...{ clockTolerance: TOLERANCE_SECONDS, requiredClaims: ['iat', 'exp', 'jti'] },
          maxTokenAge: LONGEST_SECONDS,
        });
        const { iat = 0, exp = 0, aud } = payload;
        // One audience: an assertion for several could be shown to us by another of them.
        if (Array.isArray(aud) && aud.length !== 1) return err('It is for others too.');
        return exp - iat <= LONGEST_SECONDS ? ok(null) : err('It lives too long.');
      } catch (error) {
        return err(error instanceof Error ? error.message : 'It does not hold.');
      }
    },
  };
}
