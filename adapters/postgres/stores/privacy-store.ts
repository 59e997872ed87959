import type { ConsentEvent, PrivacyStore } from '@testamur/services/privacy';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { toInstant } from './instants.ts';
import { collectAll } from './privacy/collect.ts';
import { openErasures } from './privacy/erasures.ts';
import { openRequests } from './privacy/requests.ts';

/** The store of what people may do about their data. */
export function openPrivacyStore(trx: Transaction<Tables>): PrivacyStore {
  return {
    collect: (personId) => collectAll(trx, personId),
    ...openErasures(trx),
    ...openRequests(trx),
    ...openConsents(trx),
    setRestriction: async ({ restrictionId, personId, isRestricted, at }) => {
      await trx
        .insertInto('privacy_restrictions')
        .values({
          organisation_id: personId,
          restriction_id: restrictionId,
          person_id: personId,
          is_restricted: isRestricted,
          set_at: at,
        })
        .execute();
    },
    findRestriction: async (personId) => {
      const row = await trx
        .selectFrom('privacy_restrictions')
        .select(['is_restricted', 'set_at'])
        .where('organisation_id', '=', personId)
        .orderBy('set_at', 'desc')
        .orderBy('restriction_id', 'desc')
        .executeTakeFirst();
      return row && { isRestricted: row.is_restricted, at: toInstant(row.set_at) };
    },
  };
}

function openConsents(trx: Transaction<Tables>): Pick<PrivacyStore, 'addConsentEvent' | 'listConsentEvents'> {
  return {
    addConsentEvent: async ({ eventId, personId, purpose, state, noticeHash, language, at }) => {
      await trx
        .insertInto('consent_events')
        .values({
          organisation_id: personId,
          event_id: eventId,
          person_id: personId,
          purpose,
          state,
          notice_hash: noticeHash,
          language,
          at,
        })
        .execute();
    },
    listConsentEvents: async (personId) => {
      const rows = await trx
        .selectFrom('consent_events')
        .selectAll()
        .where('organisation_id', '=', personId)
        .orderBy('at')
        .orderBy('event_id')
        .execute();
      return rows.map((row) => ({
        eventId: row.event_id,
        personId: row.person_id,
        purpose: row.purpose,
        state: row.state as ConsentEvent['state'],
        noticeHash: row.notice_hash,
        language: row.language,
        at: toInstant(row.at),
      }));
    },
  };
}
