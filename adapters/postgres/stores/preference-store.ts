import { isMessageKind, type PreferenceStore } from '@testamur/services/messaging';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

export function openPreferenceStore(trx: Transaction<Tables>): PreferenceStore {
  return {
    set: async (personId, { kind, channel, isWanted }, at) => {
      const values = { is_wanted: isWanted, set_at: at };
      await trx
        .insertInto('notification_preferences')
        .values({ organisation_id: personId, person_id: personId, kind, channel, ...values })
        .onConflict((conflict) =>
          conflict.columns(['organisation_id', 'kind', 'channel']).doUpdateSet(values),
        )
        .execute();
    },
    list: async (personId) => {
      const rows = await trx
        .selectFrom('notification_preferences')
        .select(['person_id', 'kind', 'channel', 'is_wanted'])
        .where('organisation_id', '=', personId)
        .execute();
      return rows.flatMap(({ kind, channel, is_wanted }) =>
        isMessageKind(kind) ? [{ kind, channel, isWanted: is_wanted }] : [],
      );
    },
  };
}
