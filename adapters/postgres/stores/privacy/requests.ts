import type {
  PrivacyDecision,
  PrivacyStore,
  RefusalReview,
  RequestFound,
  RequestKind,
} from '@testamur/services/privacy';
import type { Selectable, Transaction } from 'kysely';
import type { Tables } from '../../tables.ts';
import { toInstant } from '../instants.ts';

type Part = Pick<
  PrivacyStore,
  | 'addRequest'
  | 'listOwnRequests'
  | 'listRequests'
  | 'findRequest'
  | 'findDecision'
  | 'addDecision'
  | 'addReview'
>;

export function openRequests(trx: Transaction<Tables>): Part {
  return {
    addRequest: async ({ requestId, personId, kind, statement, sentAt }) => {
      await trx
        .insertInto('privacy_requests')
        .values({
          organisation_id: personId,
          request_id: requestId,
          person_id: personId,
          kind,
          statement,
          sent_at: sentAt,
        })
        .execute();
    },
    listOwnRequests: (personId) => list(trx, personId),
    listRequests: () => list(trx, undefined),
    findRequest: async (requestId) => {
      const row = await trx
        .selectFrom('privacy_requests')
        .selectAll()
        .where('request_id', '=', requestId)
        .executeTakeFirst();
      return row && toRequest(row);
    },
    findDecision: async (organisation, requestId) => {
      const row = await trx
        .selectFrom('privacy_decisions')
        .selectAll()
        .where('organisation_id', '=', organisation)
        .where('request_id', '=', requestId)
        .executeTakeFirst();
      return row && toDecision(row);
    },
    addDecision: async (organisation_id, { requestId, personId, outcome, reason, decidedBy, decidedAt }) => {
      await trx
        .insertInto('privacy_decisions')
        .values({
          organisation_id,
          request_id: requestId,
          person_id: personId,
          outcome,
          reason,
          decided_by: decidedBy,
          decided_at: decidedAt,
        })
        .execute();
    },
    addReview: async (organisation_id, { requestId, personId, outcome, reason, reviewedBy, reviewedAt }) => {
      await trx
        .insertInto('privacy_reviews')
        .values({
          organisation_id,
          request_id: requestId,
          person_id: personId,
          outcome,
          reason,
          reviewed_by: reviewedBy,
          reviewed_at: reviewedAt,
        })
        .execute();
    },
  };
}

async function list(
  trx: Transaction<Tables>,
  personId: string | undefined,
): Promise<readonly RequestFound[]> {
  const requests = await trx
    .selectFrom('privacy_requests')
    .selectAll()
    .$if(personId !== undefined, (query) => query.where('organisation_id', '=', personId ?? ''))
    .orderBy('sent_at')
    .orderBy('request_id')
    .execute();
  const decisions = await trx.selectFrom('privacy_decisions').selectAll().execute();
  const reviews = await trx.selectFrom('privacy_reviews').selectAll().execute();
  return requests.map((row) => {
    const decision = decisions.find((one) => one.request_id === row.request_id);
    const review = reviews.find((one) => one.request_id === row.request_id);
    return {
      ...toRequest(row),
      decision: decision && toDecision(decision),
      review: review && toReview(review),
    };
  });
}

const toRequest = (row: Selectable<Tables['privacy_requests']>) => ({
  requestId: row.request_id,
  personId: row.person_id,
  kind: row.kind as RequestKind,
  statement: row.statement,
  sentAt: toInstant(row.sent_at),
});

const toDecision = (row: Selectable<Tables['privacy_decisions']>): PrivacyDecision => ({
  requestId: row.request_id,
  personId: row.person_id,
  outcome: row.outcome as PrivacyDecision['outcome'],
  reason: row.reason,
  decidedBy: row.decided_by,
  decidedAt: toInstant(row.decided_at),
});

const toReview = (row: Selectable<Tables['privacy_reviews']>): RefusalReview => ({
  requestId: row.request_id,
  personId: row.person_id,
  outcome: row.outcome as RefusalReview['outcome'],
  reason: row.reason,
  reviewedBy: row.reviewed_by,
  reviewedAt: toInstant(row.reviewed_at),
});
