import { ok } from '@testamur/engines/kernel';
import { organisationOf, type Platform, performAct, type Request } from '../authorising/index.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';
import type { ProviderWanted } from './set-provider.ts';

export type ProviderShown = Pick<ProviderWanted, 'issuer' | 'clientId'> & { readonly setAt: string };

/** The provider of the organisation, without its secret; an empty list where it has none. */
export function listProviders(
  platform: Platform<IdentifyingStores>,
  request: Request,
): Answer<readonly ProviderShown[]> {
  return performAct(
    platform,
    { act: 'identifying.list-providers', request, content: {} },
    async ({ providers }) => {
      const found = await providers.findProvider(organisationOf(request));
      return ok(found ? [{ issuer: found.issuer, clientId: found.clientId, setAt: found.setAt }] : []);
    },
  );
}
