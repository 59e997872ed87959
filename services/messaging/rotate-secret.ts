import { err, ok } from '@testamur/engines/kernel';
import { organisationOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import type { Answer, MessagingPlatform } from './messaging-act.ts';
import { webhookSecretOf } from './webhook-secret.ts';

/** For so long both secrets sign, so that the receiver can change hers without losing a message. */
export const OVERLAP_MS = 24 * 3_600_000;

/** Gives an endpoint a new secret. */
export function rotateSecret(
  platform: MessagingPlatform,
  request: Request,
  endpointId: Uuid,
): Answer<{ readonly secret: string }> {
  const secretId = platform.newId();
  const secret = webhookSecretOf(platform.newSecret());
  return performAct(
    platform,
    { act: 'messaging.rotate-secret', request, content: { endpointId } },
    async ({ webhooks }) => {
      const organisation = organisationOf(request);
      if (!(await webhooks.find(organisation, endpointId))) return err(notFound('endpoint'));
      const end = new Date(Date.parse(request.at) + OVERLAP_MS).toISOString();
      await webhooks.endSecrets(organisation, endpointId, end);
      await webhooks.addSecret(organisation, { endpointId, secretId, secret, at: request.at });
      return ok({ secret });
    },
  );
}
