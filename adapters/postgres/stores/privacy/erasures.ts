import type { PrivacyStore } from '@testamur/services/privacy';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../tables.ts';
import { countOf } from '../instants.ts';

/** In the person's own tenant; `people` stays as the row that others refer to, with nothing in it that can be read. */
const SIGN_INS = [
  'passkeys',
  'identities',
  'sessions',
  'sign_in_links',
  'recovery_codes',
  'recoveries',
] as const;

export function openErasures(
  trx: Transaction<Tables>,
): Pick<PrivacyStore, 'erase' | 'listSoleAdministrations'> {
  return {
    listSoleAdministrations: async () => {
      const rows = await sql<{
        id: string;
      }>`SELECT id FROM fence.sole_administrations() AS sole (id) ORDER BY id`.execute(trx);
      return rows.rows.map(({ id }) => id);
    },
    erase: async ({ erasureId, personId, askedBy, at }) => {
      const blanked = countOf(
        await trx
          .updateTable('people')
          .set({ mail: null })
          .where('organisation_id', '=', personId)
          .where('person_id', '=', personId)
          .executeTakeFirst(),
      );
      if (blanked === 0) return { subjects: [], membershipsEnded: 0, signInsRemoved: 0 };
      const membershipsEnded = countOf(
        await trx
          .updateTable('memberships')
          .set({ ended_at: at })
          .where('person_id', '=', personId)
          .where('ended_at', 'is', null)
          .executeTakeFirst(),
      );
      let signInsRemoved = 0;
      for (const table of SIGN_INS) signInsRemoved += await removeOwn(trx, table, personId);
      // Without its salt, nothing in a leaf of the public log leads to whoever did the act.
      await trx.deleteFrom('log_salts').where('person_id', '=', personId).execute();
      const taken = await trx
        .selectFrom('invitations')
        .select('invitation_id')
        .where('accepted_by', '=', personId)
        .orderBy('invitation_id')
        .execute();
      await trx
        .insertInto('erasures')
        .values({
          organisation_id: personId,
          erasure_id: erasureId,
          person_id: personId,
          asked_by: askedBy,
          erased_at: at,
        })
        .execute();
      const subjects = [personId, ...taken.map((row) => row.invitation_id)];
      return { subjects, membershipsEnded, signInsRemoved };
    },
  };
}

async function removeOwn(
  trx: Transaction<Tables>,
  table: (typeof SIGN_INS)[number],
  personId: string,
): Promise<number> {
  const result = await sql`DELETE FROM ${sql.table(table)} WHERE organisation_id = ${personId}`.execute(trx);
  return Number(result.numAffectedRows ?? 0n);
}
