import { ok } from '@testamur/engines/kernel';
import { performAct, type Request } from '../authorising/index.ts';
import type { ConsentReceipt } from './consent-receipt.ts';
import { type ControlledPlatform, nameController } from './name-controller.ts';
import type { Answer } from './privacy-act.ts';
import { type ConsentGiven, keepConsentEvent, makeConsentEvent } from './record-consent.ts';

/** Agrees to one purpose, and gets the receipt. */
export async function giveConsent(
  platform: ControlledPlatform,
  request: Request,
  given: ConsentGiven,
): Answer<ConsentReceipt> {
  const event = makeConsentEvent(given, { eventId: platform.newId(), state: 'given', request });
  if (!event.ok) return event;
  return performAct(platform, { act: 'privacy.give-consent', request, content: given }, async (stores) =>
    ok(await keepConsentEvent(stores.privacy, event.value, await nameController(stores))),
  );
}
