import { err, ok } from '@testamur/engines/kernel';
import { type Platform, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';
import type { Provider } from './provider-port.ts';

/** The provider with which the organisation signs its people in. For what the server does with it: the secret is told nobody. */
export function findProvider(
  platform: Platform<IdentifyingStores>,
  request: Request,
  organisation: Uuid,
): Answer<Provider> {
  return performAct(
    platform,
    { act: 'identifying.find-provider', request, content: { organisation } },
    async ({ providers }) => {
      const found = await providers.findProvider(organisation);
      return found ? ok(found) : err(notFound('provider of this organisation'));
    },
  );
}
