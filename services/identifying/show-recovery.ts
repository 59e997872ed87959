import { ok } from '@testamur/engines/kernel';
import { actorOf, type Instant, type Platform, performAct, type Request } from '../authorising/index.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';

export type RecoveryShown = {
  readonly codesLeft: number;
  readonly waiting: { readonly begunAt: Instant; readonly ripeAt: Instant } | undefined;
};

/** Which ways back in one has, and whether somebody is waiting for one. */
export function showRecovery(platform: Platform<IdentifyingStores>, request: Request): Answer<RecoveryShown> {
  const personId = actorOf(request);
  return performAct(
    platform,
    { act: 'identifying.show-recovery', request, content: {} },
    async ({ identifying }) => {
      const codesLeft = await identifying.countCodes(personId);
      const open = await identifying.findOpenRecovery(personId);
      return ok({ codesLeft, waiting: open && { begunAt: open.begunAt, ripeAt: open.ripeAt } });
    },
  );
}
