import { err, ok } from '@testamur/engines/kernel';
import {
  actorOf,
  organisationOf,
  performAct,
  type Request,
  readText,
  type Uuid,
} from '../authorising/index.ts';
import { notFound, refuse } from './errors.ts';
import type { Answer, PrivacyPlatform } from './privacy-act.ts';
import { type RequestState, stateOf } from './request-state.ts';

/** Grants, or proposes to refuse. A person decides; that no refusal stands by one alone is up to `reviewRefusal`. */
export async function decideRequest(
  platform: PrivacyPlatform,
  request: Request,
  given: { readonly requestId: Uuid; readonly grants: boolean; readonly reason: string },
): Answer<{ readonly state: RequestState }> {
  const reason = readText(given.reason, 'reason', 2_000);
  if (!reason.ok) return reason;
  const { requestId, grants } = given;
  return performAct(
    platform,
    { act: 'privacy.decide-request', request, content: { requestId, grants } },
    async ({ privacy }) => {
      const organisation = organisationOf(request);
      const asked = await privacy.findRequest(requestId);
      if (!asked) return err(notFound('request'));
      if (await privacy.findDecision(organisation, requestId))
        return err(refuse('PRIVACY_DECIDED', 'This has been decided already.', 'List the requests again.'));
      const decision = {
        requestId,
        personId: asked.personId,
        outcome: grants ? ('granted' as const) : ('refusal-proposed' as const),
        reason: reason.value,
        decidedBy: actorOf(request),
        decidedAt: request.at,
      };
      await privacy.addDecision(organisation, decision);
      return ok({ state: stateOf({ decision, review: undefined }) });
    },
  );
}
