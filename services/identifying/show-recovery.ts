import { ok } from '@testamur/engines/kernel';
import { actorOf, type Instant, type Platform, performAct, type Request } from '../authorising/index.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';

export type WayBack =
  | { readonly kind: 'codes'; readonly left: number }
  | { readonly kind: 'waiting'; readonly begunAt: Instant; readonly ripeAt: Instant };

/** Which ways back in one has: codes that were not used, a recovery that waits. None of them is an empty list. */
export function showRecovery(
  platform: Platform<IdentifyingStores>,
  request: Request,
): Answer<readonly WayBack[]> {
  const personId = actorOf(request);
  return performAct(
    platform,
    { act: 'identifying.show-recovery', request, content: {} },
    async ({ identifying }) => {
      const left = await identifying.countCodes(personId);
      const open = await identifying.findOpenRecovery(personId);
      return ok([
        ...(left === 0 ? [] : [{ kind: 'codes', left } as const]),
        ...(open ? [{ kind: 'waiting', begunAt: open.begunAt, ripeAt: open.ripeAt } as const] : []),
      ]);
    },
  );
}
