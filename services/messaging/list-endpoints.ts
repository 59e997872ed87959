import { ok } from '@testamur/engines/kernel';
import { organisationOf, performAct, type Request } from '../authorising/index.ts';
import type { Answer, MessagingPlatform } from './messaging-act.ts';
import type { EndpointFound } from './webhook-store.ts';

/** The addresses that are told of acts of the organisation, those that were stopped included. Secrets are not shown. */
export function listEndpoints(
  platform: MessagingPlatform,
  request: Request,
): Answer<readonly EndpointFound[]> {
  return performAct(
    platform,
    { act: 'messaging.list-endpoints', request, content: {} },
    async ({ webhooks }) => ok(await webhooks.list(organisationOf(request))),
  );
}
