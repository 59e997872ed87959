import { err, ok, type Result } from '@testamur/engines/kernel';
import { unusable } from './check-text.ts';
import type { AuthorisingProblem } from './errors.ts';
import { type ActName, ruleOf } from './matrix.ts';
import { performAct } from './perform-act.ts';
import { actorOf, organisationOf, type Request } from './request.ts';
import type { ActStores, Platform } from './unit-of-work.ts';

const MOST = 5;

/** Says how many approvals an act of this organisation needs; 0 takes the policy back. */
export async function setApprovalPolicy(
  platform: Platform<ActStores>,
  request: Request,
  policy: { readonly act: ActName; readonly approvals: number },
): Promise<Result<null, AuthorisingProblem>> {
  if (!ruleOf(policy.act).fourEyes) return err(unusable('act', 'It never needs approval.'));
  if (!Number.isInteger(policy.approvals) || policy.approvals < 0 || policy.approvals > MOST)
    return err(unusable('number of approvals', `It must be 0 to ${MOST}.`));
  return performAct(
    platform,
    { act: 'authorising.set-approval-policy', request, content: policy },
    async (stores) => {
      await stores.approvals.setPolicy(organisationOf(request), {
        ...policy,
        setBy: actorOf(request),
        at: request.at,
      });
      return ok(null);
    },
  );
}
