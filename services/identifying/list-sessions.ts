import { ok } from '@testamur/engines/kernel';
import { actorOf, type Platform, performAct, type Request } from '../authorising/index.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';
import type { SessionFound } from './identifying-store.ts';
import { isOpen } from './session-terms.ts';

/** Where one is signed in at present. */
export function listSessions(
  platform: Platform<IdentifyingStores>,
  request: Request,
): Answer<readonly SessionFound[]> {
  return performAct(
    platform,
    { act: 'identifying.list-sessions', request, content: {} },
    async ({ identifying }) => {
      const all = await identifying.listSessions(actorOf(request));
      return ok(all.filter((one) => isOpen(one, request.at)));
    },
  );
}
