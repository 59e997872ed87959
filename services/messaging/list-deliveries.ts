import { ok } from '@testamur/engines/kernel';
import { organisationOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import type { Answer, MessagingPlatform } from './messaging-act.ts';
import type { Delivery } from './webhook-store.ts';

const MOST = 200;

/** The newest messages to an endpoint, and what became of them. */
export function listDeliveries(
  platform: MessagingPlatform,
  request: Request,
  endpointId: Uuid,
): Answer<readonly Delivery[]> {
  return performAct(
    platform,
    { act: 'messaging.list-deliveries', request, content: { endpointId } },
    async ({ webhooks }) => ok(await webhooks.listDeliveries(organisationOf(request), endpointId, MOST)),
  );
}
