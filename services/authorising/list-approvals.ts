import { ok, type Result } from '@testamur/engines/kernel';
import type { ApprovalFound } from './approval-store.ts';
import type { AuthorisingProblem } from './errors.ts';
import { performAct } from './perform-act.ts';
import { organisationOf, type Request } from './request.ts';
import type { ActStores, Platform } from './unit-of-work.ts';

/** What waits for approval in the organisation, and what was decided. */
export function listApprovals(
  platform: Platform<ActStores>,
  request: Request,
): Promise<Result<readonly ApprovalFound[], AuthorisingProblem>> {
  return performAct(platform, { act: 'authorising.list-approvals', request, content: {} }, async (stores) =>
    ok(await stores.approvals.list(organisationOf(request))),
  );
}
