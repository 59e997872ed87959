import { err, ok } from '@testamur/engines/kernel';
import { organisationOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import type { Outcome } from './message-store.ts';
import type { Answer, MessagingPlatform, MessagingStores } from './messaging-act.ts';

/** An endpoint that has answered nothing good for so long is told no more. */
export const LONGEST_FAILING_MS = 5 * 86_400_000;

/** `isGone`: the receiver says that it wants no more (410, RFC 9110 section 15.5.11). */
export type Settled = { readonly messageId: Uuid; readonly outcome: Outcome; readonly isGone?: boolean };

/** Records what became of a message. A webhook that fails for long is stopped, and the administrators are told. */
export function settleMessage(platform: MessagingPlatform, request: Request, settled: Settled): Answer<null> {
  const { messageId, outcome } = settled;
  const content = { messageId, outcome: outcome.kind };
  return performAct(platform, { act: 'messaging.settle-message', request, content }, async (stores) => {
    const organisation = organisationOf(request);
    const found = await stores.messages.find(organisation, messageId);
    if (!found) return err(notFound('message'));
    if (found.isSettled) return ok(null);
    await stores.messages.settle(organisation, messageId, outcome, request.at);
    if (found.endpointId !== undefined && outcome.kind !== 'withheld')
      await judgeEndpoint(stores, platform.newId, request, { ...settled, endpointId: found.endpointId });
    return ok(null);
  });
}

async function judgeEndpoint(
  stores: MessagingStores,
  newId: () => Uuid,
  request: Request,
  { endpointId, outcome, isGone }: Settled & { readonly endpointId: Uuid },
): Promise<void> {
  const organisation = organisationOf(request);
  const endpoint = await stores.webhooks.find(organisation, endpointId);
  if (!endpoint || endpoint.disabledAt !== undefined) return;
  const set = stores.webhooks.setState;
  const since = endpoint.failingSince;
  if (outcome.kind === 'sent') {
    if (since !== undefined) await set(organisation, endpointId, { kind: 'working' });
    return;
  }
  const isOver = since !== undefined && Date.parse(request.at) - Date.parse(since) >= LONGEST_FAILING_MS;
  if (isOver || isGone) {
    await set(organisation, endpointId, { kind: 'disabled', at: request.at, why: 'failing' });
    await tellAdministrators(stores, newId, request, new URL(endpoint.url).host);
  } else if (since === undefined) {
    await set(organisation, endpointId, { kind: 'failing', since: request.at });
  }
}

async function tellAdministrators(
  { messages }: MessagingStores,
  newId: () => Uuid,
  request: Request,
  host: string,
): Promise<void> {
  const organisation = organisationOf(request);
  for (const recipient of await messages.listHolders(organisation, ['administrator'])) {
    const message = { messageId: newId(), kind: 'webhook-stopped', recipient, values: { host } } as const;
    await messages.add(organisation, { ...message, at: request.at });
  }
}
