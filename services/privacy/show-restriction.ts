import { ok } from '@testamur/engines/kernel';
import { actorOf, type Instant, performAct, type Request } from '../authorising/index.ts';
import type { Answer, PrivacyPlatform } from './privacy-act.ts';

/** A person who never asked for it has no `since`. */
export type RestrictionShown = { readonly isRestricted: boolean; readonly since?: Instant };

/** Whether what is kept about oneself is read by oneself only, and since when. About programs and machines there is nothing to restrict: null. */
export function showRestriction(
  platform: PrivacyPlatform,
  request: Request,
): Answer<RestrictionShown | null> {
  return performAct(
    platform,
    { act: 'privacy.show-restriction', request, content: {} },
    async ({ privacy }) => {
      if (request.actor.kind !== 'person') return ok(null);
      const last = await privacy.findRestriction(actorOf(request));
      return ok(last ? { isRestricted: last.isRestricted, since: last.at } : { isRestricted: false });
    },
  );
}
