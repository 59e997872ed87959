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

/** The second pair of eyes on a refusal, whatever the organisation asks of other acts. */
export async function reviewRefusal(
  platform: PrivacyPlatform,
  request: Request,
  given: { readonly requestId: Uuid; readonly upholds: boolean; readonly reason: string },
): Answer<{ readonly state: RequestState }> {
  const reason = readText(given.reason, 'reason', 2_000);
  if (!reason.ok) return reason;
  const { requestId, upholds } = given;
  return performAct(
    platform,
    { act: 'privacy.review-refusal', request, content: { requestId, upholds } },
    async ({ privacy }) => {
      const organisation = organisationOf(request);
      const decision = await privacy.findDecision(organisation, requestId);
      if (decision?.outcome !== 'refusal-proposed') return err(notFound('proposed refusal'));
      if (decision.decidedBy === actorOf(request))
        return err(
          refuse('PRIVACY_OWN_REFUSAL', 'Nobody reviews her own refusal.', 'Leave it to a colleague.'),
        );
      const review = {
        requestId,
        personId: decision.personId,
        outcome: upholds ? ('upheld' as const) : ('overturned' as const),
        reason: reason.value,
        reviewedBy: actorOf(request),
        reviewedAt: request.at,
      };
      await privacy.addReview(organisation, review);
      return ok({ state: stateOf({ decision, review }) });
    },
  );
}
