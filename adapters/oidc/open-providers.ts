import { err, ok, type Problem, type Result } from '@testamur/engines/kernel';
import type { Provider, ProviderVerifier } from '@testamur/services/identifying';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { notProved, unreachable } from './problems.ts';

const PATIENCE_MS = 10_000;
const MOST_BYTES = 262_144;
const LONGEST_QUERY = 8_192;

/** The way out: `adapters/egress`. */
export type Gate = (outgoing: {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  readonly mostBytes: number;
}) => Promise<
  Result<{ readonly status: number; readonly contentType: string; readonly body: string }, Problem>
>;

/**
 * OpenID Connect with whatever provider an organisation names: the code flow with PKCE (S256), state and nonce, ID tokens with their signature
 * checked against the keys that the issuer publishes. What is fetched goes through the gate.
 *
 * @example
 * const providers = openProviders(openEgress({}));
 */
export function openProviders(gate: Gate): ProviderVerifier {
  const discover = (provider: Provider): Promise<Configuration> =>
    discovery(new URL(provider.issuer), provider.clientId, provider.clientSecret, undefined, {
      execute: [enableNonRepudiationChecks],
      [customFetch]: fetchThrough(gate),
    });
  return {
    begin: async (provider, { redirectUri, state, nonce, verifier }) => {
      try {
        const configuration = await discover(provider);
        const address = buildAuthorizationUrl(configuration, {
          ...{ redirect_uri: redirectUri, scope: 'openid', state, nonce },
          ...{ code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
        });
        return address.protocol === 'https:' ? ok({ address: address.href }) : err(unreachable());
      } catch {
        return err(unreachable());
      }
    },
    finish: async (provider, { redirectUri, state, nonce, verifier }, query) => {
      if (query.length > LONGEST_QUERY) return err(notProved());
      try {
        const answered = new URL(redirectUri);
        answered.search = query;
        const tokens = await authorizationCodeGrant(await discover(provider), answered, {
          ...{
            expectedState: state,
            expectedNonce: nonce,
            pkceCodeVerifier: verifier,
            idTokenExpected: true,
          },
        });
        const claims = tokens.claims();
        if (!claims || claims.sub.length > 255) return err(notProved());
        return ok({ issuer: claims.iss, subject: claims.sub });
      } catch {
        return err(notProved());
      }
    },
  };
}

/** `fetch` as the library wants it, through the one gate: https, public addresses, no redirects, a time and a size. */
function fetchThrough(gate: Gate): CustomFetch {
  return async (url, { method, headers, body }) => {
    if (method !== 'GET' && method !== 'POST') throw new Error('Only GET and POST are sent.');
    if (body !== undefined && body !== null && typeof body !== 'string' && !(body instanceof URLSearchParams))
      throw new Error('Only text is sent.');
    const answer = await gate({
      ...{ method, url, headers, timeoutMs: PATIENCE_MS, mostBytes: MOST_BYTES },
      ...(body ? { body: body.toString() } : {}),
    });
    if (!answer.ok) throw new Error(answer.error.code);
    const { status, contentType } = answer.value;
    return new Response(answer.value.body, { status, headers: { 'content-type': contentType } });
  };
}
