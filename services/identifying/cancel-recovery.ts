import { err } from '@testamur/engines/kernel';
import { actorOf, type Platform, performAct, type Request } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import { type Answer, changed, type IdentifyingStores } from './identifying-act.ts';

/** Objects to a recovery that waits: it serves no more. */
export function cancelRecovery(platform: Platform<IdentifyingStores>, request: Request): Answer<null> {
  const personId = actorOf(request);
  return performAct(
    platform,
    { act: 'identifying.cancel-recovery', request, content: {} },
    async ({ identifying }) => {
      const open = await identifying.findOpenRecovery(personId);
      if (!open) return err(notFound('recovery that waits'));
      const ended = { recoveryId: open.recoveryId, outcome: 'cancelled', at: request.at } as const;
      return changed(await identifying.endRecovery(personId, ended), 'recovery that waits');
    },
  );
}
