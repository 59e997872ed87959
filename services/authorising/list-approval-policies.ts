import { ok, type Result } from '@testamur/engines/kernel';
import type { ApprovalPolicy } from './approval-store.ts';
import type { AuthorisingProblem } from './errors.ts';
import { performAct } from './perform-act.ts';
import { organisationOf, type Request } from './request.ts';
import type { ActStores, Platform } from './unit-of-work.ts';

/** Which acts of the organisation need how many approvals; an act that is not listed, or with 0, needs none. */
export function listApprovalPolicies(
  platform: Platform<ActStores>,
  request: Request,
): Promise<Result<readonly ApprovalPolicy[], AuthorisingProblem>> {
  return performAct(
    platform,
    { act: 'authorising.list-approval-policies', request, content: {} },
    async (stores) => ok(await stores.approvals.listPolicies(organisationOf(request))),
  );
}
