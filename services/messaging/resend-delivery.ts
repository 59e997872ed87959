import { err, ok } from '@testamur/engines/kernel';
import { organisationOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { notFound, refuse } from './errors.ts';
import type { Answer, MessagingPlatform } from './messaging-act.ts';

/** Sends a delivery again, under the id that it had: a receiver that did get it knows it. */
export function resendDelivery(platform: MessagingPlatform, request: Request, messageId: Uuid): Answer<null> {
  return performAct(
    platform,
    { act: 'messaging.resend-delivery', request, content: { messageId } },
    async ({ messages, webhooks }) => {
      const organisation = organisationOf(request);
      const found = await messages.find(organisation, messageId);
      if (!found) return err(notFound('delivery'));
      if (!found.isSettled)
        return err(
          refuse('MESSAGING_STILL_WAITING', 'It has not been sent yet.', 'It is tried again by itself.'),
        );
      await webhooks.resend(organisation, messageId);
      return ok(null);
    },
  );
}
