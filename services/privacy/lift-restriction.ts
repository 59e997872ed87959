import { ok } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request } from '../authorising/index.ts';
import type { Answer, KeyedPlatform } from './privacy-act.ts';

/** Ends a restriction. Only the person herself does: GDPR 18(3) wants her told before it ends, and who does it knows. */
export async function liftRestriction(
  platform: KeyedPlatform,
  request: Request,
): Answer<{ readonly isRestricted: boolean }> {
  const set = {
    restrictionId: platform.newId(),
    personId: actorOf(request),
    isRestricted: false,
    at: request.at,
  };
  const done = await performAct(
    platform,
    { act: 'privacy.lift-restriction', request, content: {} },
    async ({ privacy }) => {
      await privacy.setRestriction(set);
      return ok({ isRestricted: false });
    },
  );
  if (done.ok) platform.personKeys.restrict(set.personId, false);
  return done;
}
