import { err, ok } from '@testamur/engines/kernel';
import { type Instant, organisationOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import { isMessageKind, MESSAGE_KINDS, type MessageKind } from './message-kinds.ts';
import type { MessageFound, MessageValues } from './message-store.ts';
import type { Answer, MessagingPlatform, MessagingStores } from './messaging-act.ts';
import { readMailBody } from './read-mail-body.ts';

export type MailTaken = {
  readonly kind: 'mail';
  readonly messageId: Uuid;
  readonly about: MessageKind;
  readonly to: string;
  readonly displayName: string | undefined;
  readonly language: string;
  readonly organisationName: string | undefined;
  readonly values: MessageValues;
  readonly createdAt: Instant;
};
export type WebhookTaken = {
  readonly kind: 'webhook';
  readonly messageId: Uuid;
  readonly url: string;
  /** The newest first; each signs. */
  readonly secrets: readonly string[];
  /** What is signed and sent, byte for byte. */
  readonly body: string;
};
export type Taken =
  | MailTaken
  | WebhookTaken
  | { readonly kind: 'withhold'; readonly why: string }
  | { readonly kind: 'settled' };

/** Looks at a message that is to be sent now. It may be taken more than once: sending is at least once, and receivers know it by its id. */
export function takeMessage(platform: MessagingPlatform, request: Request, messageId: Uuid): Answer<Taken> {
  return performAct(
    platform,
    { act: 'messaging.take-message', request, content: { messageId } },
    async (stores) => {
      const organisation = organisationOf(request);
      const found = await stores.messages.find(organisation, messageId);
      if (!found) return err(notFound('message'));
      if (found.isSettled) return ok<Taken>({ kind: 'settled' });
      return ok(await (found.channel === 'webhook' ? takeWebhook : takeMail)(stores, request, found));
    },
  );
}

async function takeMail(
  { messages, preferences }: MessagingStores,
  request: Request,
  found: MessageFound,
): Promise<Taken> {
  const body = readMailBody(found.body);
  if (!body || !isMessageKind(found.kind)) return { kind: 'withhold', why: 'UNREADABLE' };
  if (body.until !== undefined && body.until <= request.at) return { kind: 'withhold', why: 'TOO_LATE' };
  const { recipientId } = found;
  const person = recipientId === undefined ? undefined : await messages.findRecipient(recipientId);
  const to = body.mail ?? person?.mail;
  if (to === undefined) return { kind: 'withhold', why: 'NO_ADDRESS' };
  if (recipientId !== undefined && MESSAGE_KINDS[found.kind] === 'notice') {
    const said = await preferences.list(recipientId);
    const isOff = said.some((one) => one.kind === found.kind && one.channel === 'mail' && !one.isWanted);
    if (isOff) return { kind: 'withhold', why: 'UNWANTED' };
  }
  return {
    kind: 'mail',
    messageId: found.messageId,
    about: found.kind,
    to,
    displayName: person?.displayName,
    language: body.language ?? person?.language ?? 'en',
    organisationName: await messages.findOrganisationName(organisationOf(request)),
    values: body.values,
    createdAt: found.createdAt,
  };
}

async function takeWebhook(
  { webhooks }: MessagingStores,
  request: Request,
  found: MessageFound,
): Promise<Taken> {
  const organisation = organisationOf(request);
  const endpoint =
    found.endpointId === undefined ? undefined : await webhooks.find(organisation, found.endpointId);
  if (!endpoint || endpoint.disabledAt !== undefined) return { kind: 'withhold', why: 'ENDPOINT_STOPPED' };
  return {
    kind: 'webhook',
    messageId: found.messageId,
    url: endpoint.url,
    secrets: await webhooks.listSecrets(organisation, endpoint.endpointId, request.at),
    body: JSON.stringify(found.body),
  };
}
