import type { Result } from '@testamur/engines/kernel';
import type { Uuid } from '../authorising/index.ts';
import type { IdentifyingProblem } from './errors.ts';

/** An organisation's own provider, as its administrator named it, and as who we are known there. */
export type Provider = {
  readonly providerId: Uuid;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** All that one attempt is held together by; each is random for whoever does not know the secret of the browser. */
export type ProviderFlow = {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

/** Who somebody is there: `subject` means nothing without `issuer`. Nothing else is taken over, no mail address above all. */
export type IdentityProved = { readonly issuer: string; readonly subject: string };

/** OpenID Connect: the code flow with PKCE, state and nonce. `query` is what the provider sent the browser back with. */
export type ProviderVerifier = {
  begin(
    provider: Provider,
    flow: ProviderFlow,
  ): Promise<Result<{ readonly address: string }, IdentifyingProblem>>;
  finish(
    provider: Provider,
    flow: ProviderFlow,
    query: string,
  ): Promise<Result<IdentityProved, IdentifyingProblem>>;
};
