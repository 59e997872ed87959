import { ok, sha256Hex } from '@testamur/engines/kernel';
import { type Instant, type Platform, performAct, type Request, type Uuid } from '../authorising/index.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';
import { isOpen, isSeenLongAgo } from './session-terms.ts';

export type Resumed = {
  readonly personId: Uuid;
  readonly sessionId: Uuid;
  readonly isShared: boolean;
  readonly provedAt: Instant | undefined;
};

/** Who asks, by the token presented as `request.secret`; nobody when the session has ended. That it was seen is noted every few minutes. */
export function resumeSession(
  platform: Platform<IdentifyingStores>,
  request: Request,
): Answer<Resumed | undefined> {
  const at = request.at;
  return performAct(
    platform,
    { act: 'identifying.resume-session', request, content: {} },
    async ({ identifying }) => {
      const found = await identifying.findSession(sha256Hex(request.secret ?? ''));
      if (!found || !isOpen(found, at)) return ok(undefined);
      const { personId, sessionId, isShared, provedAt } = found;
      if (isSeenLongAgo(found.seenAt, at)) await identifying.seeSession(personId, sessionId, at);
      return ok({ personId, sessionId, isShared, provedAt });
    },
  );
}
