import { actorOf, type Platform, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { type Answer, changed, type IdentifyingStores } from './identifying-act.ts';

/** Ends one of one's own sessions at once: the one at hand when signing out, or one left open elsewhere. */
export function revokeSession(
  platform: Platform<IdentifyingStores>,
  request: Request,
  sessionId: Uuid,
): Answer<null> {
  return performAct(
    platform,
    { act: 'identifying.revoke-session', request, content: { sessionId } },
    async ({ identifying }) =>
      changed(await identifying.revokeSession(actorOf(request), sessionId, request.at), 'open session'),
  );
}
