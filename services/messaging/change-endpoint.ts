import { ok } from '@testamur/engines/kernel';
import { organisationOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { readKinds } from './endpoint-input.ts';
import { type Answer, changed, type MessagingPlatform } from './messaging-act.ts';

export type EndpointChange = {
  readonly endpointId: Uuid;
  readonly kinds?: readonly string[];
  readonly state?: 'working' | 'stopped';
};

/** Chooses of which acts an endpoint is told, stops it, or lets it be told again. */
export async function changeEndpoint(
  platform: MessagingPlatform,
  request: Request,
  change: EndpointChange,
): Answer<null> {
  const kinds = change.kinds === undefined ? ok(undefined) : readKinds(change.kinds);
  if (!kinds.ok) return kinds;
  const { endpointId, state } = change;
  return performAct(
    platform,
    { act: 'messaging.change-endpoint', request, content: change },
    async ({ webhooks }) => {
      const organisation = organisationOf(request);
      const found = await webhooks.find(organisation, endpointId);
      if (found && kinds.value !== undefined) await webhooks.setKinds(organisation, endpointId, kinds.value);
      if (found && state === 'working')
        await webhooks.setState(organisation, endpointId, { kind: 'working' });
      if (found && state === 'stopped') {
        const stopped = { kind: 'disabled', at: request.at, why: 'by-administrator' } as const;
        await webhooks.setState(organisation, endpointId, stopped);
      }
      return changed(found ? 1 : 0, 'endpoint');
    },
  );
}
