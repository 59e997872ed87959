import { ok } from '@testamur/engines/kernel';
import { performAct, type Request } from '../authorising/index.ts';
import type { ConsentReceipt } from './consent-receipt.ts';
import { type ControlledPlatform, nameController } from './name-controller.ts';
import type { Answer } from './privacy-act.ts';
import { type ConsentGiven, keepConsentEvent, makeConsentEvent } from './record-consent.ts';

/** GDPR 7(3): as easy as agreeing was, so that nothing more is asked. */
export async function withdrawConsent(
  platform: ControlledPlatform,
  request: Request,
  given: ConsentGiven,
): Answer<ConsentReceipt> {
  const event = makeConsentEvent(given, { eventId: platform.newId(), state: 'withdrawn', request });
  if (!event.ok) return event;
  return performAct(platform, { act: 'privacy.withdraw-consent', request, content: given }, async (stores) =>
    ok(await keepConsentEvent(stores.privacy, event.value, await nameController(stores))),
  );
}
