import type { ApprovalFound, ApprovalStore } from '@testamur/services/authorising';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { toInstant } from './instants.ts';

export function openApprovalStore(trx: Transaction<Tables>): ApprovalStore {
  return {
    countNeeded: async (organisation, act) => {
      const row = await trx
        .selectFrom('approval_policies')
        .select('approvals')
        .where('organisation_id', '=', organisation)
        .where('act', '=', act)
        .executeTakeFirst();
      return row?.approvals ?? 0;
    },
    listPolicies: (organisation) =>
      trx
        .selectFrom('approval_policies')
        .select(['act', 'approvals'])
        .where('organisation_id', '=', organisation)
        .orderBy('act')
        .execute(),
    setPolicy: async (organisation_id, { act, approvals, setBy, at }) => {
      await trx
        .insertInto('approval_policies')
        .values({ organisation_id, act, approvals, set_by: setBy, set_at: at })
        .onConflict((conflict) =>
          conflict.columns(['organisation_id', 'act']).doUpdateSet({ approvals, set_by: setBy, set_at: at }),
        )
        .execute();
    },
    request: async (organisation_id, asked) => {
      await trx
        .insertInto('approval_requests')
        .values({
          organisation_id,
          request_id: asked.requestId,
          act: asked.act,
          content_hash: asked.contentHash,
          content: JSON.stringify(asked.content),
          requested_by: asked.requestedBy,
          requested_at: asked.requestedAt,
          expires_at: asked.expiresAt,
        })
        .execute();
    },
    find: async (organisation, requestId) => (await listRequests(trx, organisation, requestId))[0],
    list: (organisation) => listRequests(trx, organisation),
    decide: async (organisation_id, { requestId, personId, approves, reason, decidedAt }) => {
      await trx
        .insertInto('approval_decisions')
        .values({
          organisation_id,
          request_id: requestId,
          person_id: personId,
          approves,
          reason,
          decided_at: decidedAt,
        })
        .execute();
    },
    use: async (organisation_id, { requestId, personId, at }) => {
      await trx
        .insertInto('approval_uses')
        .values({ organisation_id, request_id: requestId, used_by: personId, used_at: at })
        .execute();
    },
  };
}

async function listRequests(
  trx: Transaction<Tables>,
  organisation: string,
  requestId?: string,
): Promise<readonly ApprovalFound[]> {
  const requests = await trx
    .selectFrom('approval_requests')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .$if(requestId !== undefined, (query) => query.where('request_id', '=', requestId ?? ''))
    .orderBy('requested_at')
    .orderBy('request_id')
    .execute();
  const decisions = await trx
    .selectFrom('approval_decisions')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .orderBy('decided_at')
    .orderBy('person_id')
    .execute();
  const uses = await trx
    .selectFrom('approval_uses')
    .select('request_id')
    .where('organisation_id', '=', organisation)
    .execute();
  return requests.map((row) => ({
    requestId: row.request_id,
    act: row.act,
    contentHash: row.content_hash,
    content: row.content,
    requestedBy: row.requested_by,
    requestedAt: toInstant(row.requested_at),
    expiresAt: toInstant(row.expires_at),
    decisions: decisions
      .filter((one) => one.request_id === row.request_id)
      .map((one) => ({
        requestId: one.request_id,
        personId: one.person_id,
        approves: one.approves,
        reason: one.reason,
        decidedAt: toInstant(one.decided_at),
      })),
    isUsed: uses.some((use) => use.request_id === row.request_id),
  }));
}
