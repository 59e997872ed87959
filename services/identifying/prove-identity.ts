import { err } from '@testamur/engines/kernel';
import { actorId, type Request } from '../authorising/index.ts';
import type { ProviderPlatform } from './begin-with-provider.ts';
import { notRecognised } from './errors.ts';
import { findProvider } from './find-provider.ts';
import type { Answer } from './identifying-act.ts';
import { makeFlow, readState } from './provider-flow.ts';
import type { IdentityProved } from './provider-port.ts';

export type ProviderAnswer = {
  /** What the provider sent the browser back with. */
  readonly query: string;
  readonly browserSecret: string | undefined;
  readonly redirectUri: string;
};

/** Who somebody is at the provider of the organisation. Whatever is wrong, the answer is the same. */
export async function proveIdentity(
  platform: ProviderPlatform,
  request: Request,
  answer: ProviderAnswer & { readonly purpose: 'sign-in' | 'link' },
): Answer<IdentityProved> {
  const { query, browserSecret, redirectUri, purpose } = answer;
  const meant = readState(query);
  if (browserSecret === undefined || meant?.purpose !== purpose) return err(notRecognised());
  const found = await findProvider(platform, request, meant.organisation);
  if (!found.ok) return err(notRecognised());
  const personId = purpose === 'link' ? actorId(request.actor) : undefined;
  const flow = makeFlow(browserSecret, redirectUri, { ...meant, personId });
  return platform.providers.finish(found.value, flow, query);
}
