import { ok } from '@testamur/engines/kernel';
import { actorOf, type Instant, type Platform, performAct, type Request } from '../authorising/index.ts';
import { type Answer, type IdentifyingStores, ownNotice, type Telling } from './identifying-act.ts';

/** Long enough that a weekend is not slept through. */
export const WAITING_MS = 72 * 3_600_000;

/**
 * For whoever is signed in but cannot prove herself with a passkey any more, and has no code: after three days she may make a passkey. Until then
 * everybody who is signed in to the account sees it and may cancel it; no help desk can make it shorter. Asked again it
 * says until when the one that waits does.
 */
export function beginRecovery(
  platform: Platform<IdentifyingStores & Telling>,
  request: Request,
): Answer<{ readonly ripeAt: Instant }> {
  const personId = actorOf(request);
  const [recoveryId, messageId] = [platform.newId(), platform.newId()];
  return performAct(
    platform,
    { act: 'identifying.begin-recovery', request, content: {} },
    async ({ identifying, messages }) => {
      const open = await identifying.findOpenRecovery(personId);
      if (open) return ok({ ripeAt: open.ripeAt });
      const ripeAt = new Date(Date.parse(request.at) + WAITING_MS).toISOString();
      await identifying.addRecovery({ recoveryId, personId, begunAt: request.at, ripeAt });
      await messages.add(personId, ownNotice('recovery-begun', { messageId, personId, at: request.at }));
      return ok({ ripeAt });
    },
  );
}
