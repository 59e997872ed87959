import type { AuditStore } from '@testamur/services/auditing';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { toInstant } from './instants.ts';

export function openAuditStore(trx: Transaction<Tables>): AuditStore {
  return {
    list: async (organisation, { after, limit }) => {
      const rows = await trx
        .selectFrom('audit_events')
        .select(['organisation_id', 'sequence', 'recorded_at', 'act', 'event', 'previous_hash', 'hash'])
        .where('organisation_id', '=', organisation)
        .where('sequence', '>', String(after))
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        organisation: row.organisation_id,
        sequence: Number(row.sequence),
        recordedAt: toInstant(row.recorded_at),
        act: row.act,
        event: row.event,
        previousHash: row.previous_hash,
        hash: row.hash,
      }));
    },
  };
}
