import { err } from '@testamur/engines/kernel';
import { actorOf, type Platform, performAct, type Request } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import { type Answer, changed, type IdentifyingStores, ownNotice, type Telling } from './identifying-act.ts';

/** Objects to a recovery that waits: it serves no more. */
export function cancelRecovery(
  platform: Platform<IdentifyingStores & Telling>,
  request: Request,
): Answer<null> {
  const personId = actorOf(request);
  const messageId = platform.newId();
  return performAct(
    platform,
    { act: 'identifying.cancel-recovery', request, content: {} },
    async ({ identifying, messages }) => {
      const open = await identifying.findOpenRecovery(personId);
      if (!open) return err(notFound('recovery that waits'));
      await messages.add(personId, ownNotice('recovery-cancelled', { messageId, personId, at: request.at }));
      const ended = { recoveryId: open.recoveryId, outcome: 'cancelled', at: request.at } as const;
      return changed(await identifying.endRecovery(personId, ended), 'recovery that waits');
    },
  );
}
