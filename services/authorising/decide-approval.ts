import { err, ok, type Result } from '@testamur/engines/kernel';
import { readLine } from './check-text.ts';
import { type AuthorisingProblem, refuseAct } from './errors.ts';
import { gainsFrom } from './gains-from.ts';
import type { Noticing } from './noticing.ts';
import { performAct } from './perform-act.ts';
import { actorOf, organisationOf, type Request, type Uuid } from './request.ts';
import type { ActStores, Platform } from './unit-of-work.ts';

/**
 * The second pair of eyes. One decision per person and request; it is not changed. Whoever asked, and whoever would be given a role or a power,
 * approves nothing of it; to refuse what one would be given is open to everybody.
 */
export async function decideApproval(
  platform: Platform<ActStores & Noticing>,
  request: Request,
  given: { readonly requestId: Uuid; readonly approves: boolean; readonly reason: string },
): Promise<Result<{ readonly approvals: number }, AuthorisingProblem>> {
  const reason = readLine(given.reason, 'reason', 2_000);
  if (!reason.ok) return reason;
  const organisation = organisationOf(request);
  return performAct(
    platform,
    { act: 'authorising.decide-approval', request, content: given },
    async (stores) => {
      const found = await stores.approvals.find(organisation, given.requestId);
      if (!found)
        return err(
          refuseAct(
            'AUTHORISING_APPROVAL_NOT_FOUND',
            'There is no such request for approval here.',
            'List the requests of the organisation.',
          ),
        );
      const personId = actorOf(request);
      if (found.requestedBy === personId)
        return err(
          refuseAct(
            'AUTHORISING_OWN_REQUEST',
            'Nobody approves her own request.',
            'Ask another approver of the organisation.',
          ),
        );
      if (given.approves && gainsFrom(personId, found.act, found.content))
        return err(
          refuseAct(
            'AUTHORISING_OWN_GAIN',
            'Nobody approves what gives a role to herself.',
            'Ask another approver of the organisation.',
          ),
        );
      if (found.expiresAt <= request.at || found.decisions.some((one) => one.personId === personId))
        return err(
          refuseAct(
            'AUTHORISING_APPROVAL_UNFIT',
            'The request has expired or you have decided it already.',
            'List the requests of the organisation.',
          ),
        );
      await stores.approvals.decide(organisation, {
        ...given,
        reason: reason.value,
        personId,
        decidedAt: request.at,
      });
      await stores.messages.add(organisation, {
        messageId: platform.newId(),
        kind: 'approval-decided',
        recipient: found.requestedBy,
        values: {},
        at: request.at,
      });
      const earlier = found.decisions.filter((one) => one.approves).length;
      return ok({ approvals: earlier + (given.approves ? 1 : 0) });
    },
  );
}
