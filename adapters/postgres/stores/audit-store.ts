import type { AuditStore } from '@testamur/services/auditing';
import type { PersonKeys } from '@testamur/services/privacy';
import type { Transaction } from 'kysely';
import { REASON } from '../acting/set-request.ts';
import { ERASED, isSealed, RESTRICTED, unseal } from '../sealing/cipher.ts';
import type { Tables } from '../tables.ts';
import { toInstant } from './instants.ts';

type ReasonOpener = { readonly keys: PersonKeys; readonly reader: string | undefined };

/** Whoever may read an event may read its reason, unless the person who gave it was erased. */
export function openAuditStore(trx: Transaction<Tables>, opener: ReasonOpener): AuditStore {
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
        reason: openReason(opener, row.event),
      }));
    },
  };
}

function openReason({ keys, reader }: ReasonOpener, event: string): string | undefined {
  const { reason } = JSON.parse(event) as { readonly reason?: string };
  if (!isSealed(reason)) return reason;
  const found = unseal(keys, { place: REASON, reader }, reason);
  if (found.state === 'plain') return found.text;
  return found.state === 'erased' ? ERASED : RESTRICTED;
}
