import { actorId, type Platform, type Request } from '../authorising/index.ts';
import { findProvider } from './find-provider.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';
import { type FlowMeant, makeFlow } from './provider-flow.ts';
import type { ProviderVerifier } from './provider-port.ts';

export type ProviderPlatform = Platform<IdentifyingStores> & { readonly providers: ProviderVerifier };

export type ProviderAsked = Pick<FlowMeant, 'organisation' | 'purpose'> & {
  /** Drawn for this attempt; the browser keeps it. */
  readonly browserSecret: string;
  readonly redirectUri: string;
};

/** Where the browser goes to say who sits there. Nothing is changed by it. */
export async function beginWithProvider(
  platform: ProviderPlatform,
  request: Request,
  { organisation, purpose, browserSecret, redirectUri }: ProviderAsked,
): Answer<{ readonly address: string }> {
  const found = await findProvider(platform, request, organisation);
  if (!found.ok) return found;
  const personId = purpose === 'link' ? actorId(request.actor) : undefined;
  const flow = makeFlow(browserSecret, redirectUri, { organisation, purpose, personId });
  return platform.providers.begin(found.value, flow);
}
