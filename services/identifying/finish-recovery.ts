import { err } from '@testamur/engines/kernel';
import { actorOf, type Platform, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { notFound, refuse } from './errors.ts';
import { type Answer, changed, type IdentifyingStores, ownNotice, type Telling } from './identifying-act.ts';

/** When the waiting is over and nobody has objected, the session at hand counts as proved, so that a passkey can be made. It serves once. */
export function finishRecovery(
  platform: Platform<IdentifyingStores & Telling>,
  request: Request,
  sessionId: Uuid,
): Answer<null> {
  const personId = actorOf(request);
  const at = request.at;
  const messageId = platform.newId();
  return performAct(
    platform,
    { act: 'identifying.finish-recovery', request, content: {} },
    async ({ identifying, messages }) => {
      const open = await identifying.findOpenRecovery(personId);
      if (!open) return err(notFound('recovery that waits'));
      if (at < open.ripeAt)
        return err(
          refuse('IDENTIFYING_RECOVERY_EARLY', `The recovery waits until ${open.ripeAt}.`, 'Come back then.'),
        );
      const { recoveryId } = open;
      const ended = await identifying.endRecovery(personId, { recoveryId, outcome: 'used', at });
      if (ended === 0) return err(notFound('recovery that waits'));
      await messages.add(personId, ownNotice('recovery-finished', { messageId, personId, at }));
      return changed(await identifying.proveSession(personId, sessionId, at), 'session');
    },
  );
}
