import { ok } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request } from '../authorising/index.ts';
import type { Answer, KeyedPlatform } from './privacy-act.ts';

/** GDPR 18: what is kept stays, and from now on is read by the person herself only. Roles go on counting: they are no words about her. */
export async function restrictProcessing(
  platform: KeyedPlatform,
  request: Request,
): Answer<{ readonly isRestricted: boolean }> {
  const set = {
    restrictionId: platform.newId(),
    personId: actorOf(request),
    isRestricted: true,
    at: request.at,
  };
  const done = await performAct(
    platform,
    { act: 'privacy.restrict-processing', request, content: {} },
    async ({ privacy }) => {
      await privacy.setRestriction(set);
      return ok({ isRestricted: true });
    },
  );
  if (done.ok) platform.personKeys.restrict(set.personId, true);
  return done;
}
