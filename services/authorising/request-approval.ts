import { err, ok, type Result } from '@testamur/engines/kernel';
import { unusable } from './check-text.ts';
import type { AuthorisingProblem } from './errors.ts';
import { type ActName, ruleOf } from './matrix.ts';
import { type Noticing, noticeApprovers } from './noticing.ts';
import { contentHashOf, performAct } from './perform-act.ts';
import { actorOf, type Instant, isInstant, organisationOf, type Request, type Uuid } from './request.ts';
import type { ActStores, Platform } from './unit-of-work.ts';

export type ApprovalAsked = { readonly act: ActName; readonly content: unknown; readonly expiresAt: Instant };

/** Asks somebody else to approve exactly this act with exactly these values. */
export async function requestApproval(
  platform: Platform<ActStores & Noticing>,
  request: Request,
  asked: ApprovalAsked,
): Promise<Result<{ readonly requestId: Uuid }, AuthorisingProblem>> {
  const contentHash = contentHashOf(asked.content);
  if (contentHash === undefined) return err(unusable('content', 'It is not JSON.'));
  if (!ruleOf(asked.act).fourEyes) return err(unusable('act', 'It never needs approval.'));
  if (!isInstant(asked.expiresAt) || asked.expiresAt <= request.at)
    return err(unusable('end', 'It lies in the past.'));
  const requestId = platform.newId();
  return performAct(
    platform,
    { act: 'authorising.request-approval', request, content: asked },
    async (stores) => {
      await stores.approvals.request(organisationOf(request), {
        requestId,
        ...asked,
        contentHash,
        requestedBy: actorOf(request),
        requestedAt: request.at,
      });
      await noticeApprovers(stores, request, platform.newId);
      return ok({ requestId });
    },
  );
}
