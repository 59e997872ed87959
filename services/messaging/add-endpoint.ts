import { ok } from '@testamur/engines/kernel';
import { actorOf, organisationOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { readEndpointUrl, readKinds } from './endpoint-input.ts';
import type { Answer, MessagingPlatform } from './messaging-act.ts';
import { webhookSecretOf } from './webhook-secret.ts';

export type EndpointWanted = { readonly url: string; readonly kinds: readonly string[] };
/** The secret is shown now and never again. */
export type EndpointAdded = { readonly endpointId: Uuid; readonly secret: string };

/** Names an address that is told of acts of the organisation. */
export async function addEndpoint(
  platform: MessagingPlatform,
  request: Request,
  wanted: EndpointWanted,
): Answer<EndpointAdded> {
  const url = readEndpointUrl(wanted.url);
  if (!url.ok) return url;
  const kinds = readKinds(wanted.kinds);
  if (!kinds.ok) return kinds;
  const [endpointId, secretId] = [platform.newId(), platform.newId()];
  const secret = webhookSecretOf(platform.newSecret());
  return performAct(
    platform,
    { act: 'messaging.add-endpoint', request, content: wanted },
    async ({ webhooks }) => {
      const organisation = organisationOf(request);
      await webhooks.add(organisation, {
        endpointId,
        url: url.value,
        kinds: kinds.value,
        createdBy: actorOf(request),
        createdAt: request.at,
      });
      await webhooks.addSecret(organisation, { endpointId, secretId, secret, at: request.at });
      return ok({ endpointId, secret });
    },
  );
}
