import { ok } from '@testamur/engines/kernel';
import { actorOf, type Instant, performAct, type Request } from '../authorising/index.ts';
import type { Answer, PrivacyPlatform } from './privacy-act.ts';

/** Whether what is kept about oneself is read by oneself only, and since when; nobody who never asked for it has a `since`. */
export function showRestriction(
  platform: PrivacyPlatform,
  request: Request,
): Answer<{ readonly isRestricted: boolean; readonly since?: Instant }> {
  return performAct(
    platform,
    { act: 'privacy.show-restriction', request, content: {} },
    async ({ privacy }) => {
      const last = await privacy.findRestriction(actorOf(request));
      return ok(last ? { isRestricted: last.isRestricted, since: last.at } : { isRestricted: false });
    },
  );
}
