import { ok } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request } from '../authorising/index.ts';
import { type ConsentReceipt, writeReceipts } from './consent-receipt.ts';
import { type ControlledPlatform, nameController } from './name-controller.ts';
import type { Answer } from './privacy-act.ts';

/** One receipt per purpose, with everything that happened to it. */
export function listConsents(
  platform: ControlledPlatform,
  request: Request,
): Answer<readonly ConsentReceipt[]> {
  return performAct(platform, { act: 'privacy.list-consents', request, content: {} }, async (stores) =>
    ok(writeReceipts(await stores.privacy.listConsentEvents(actorOf(request)), await nameController(stores))),
  );
}
