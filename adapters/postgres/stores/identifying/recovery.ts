import type { RecoveryStore } from '@testamur/services/identifying';
import type { Transaction } from 'kysely';
import type { Tables } from '../../tables.ts';
import { countOf, toInstant, toInstantOrNone } from '../instants.ts';

type Given = { readonly plain: Transaction<Tables>; readonly noted: Transaction<Tables> };

export function openRecovery({ plain, noted }: Given): RecoveryStore {
  return {
    replaceCodes: async (personId, codes, at) => {
      await noted.deleteFrom('recovery_codes').where('organisation_id', '=', personId).execute();
      const values = codes.map(({ codeId, codeHash }) => ({
        ...{ organisation_id: personId, code_id: codeId, person_id: personId },
        ...{ code_hash: codeHash, created_at: at },
      }));
      await noted.insertInto('recovery_codes').values(values).execute();
    },
    findCode: async (codeHash) => {
      const row = await plain
        .selectFrom('recovery_codes')
        .select(['code_id', 'person_id', 'used_at'])
        .where('code_hash', '=', codeHash)
        .executeTakeFirst();
      return row && { codeId: row.code_id, personId: row.person_id, usedAt: toInstantOrNone(row.used_at) };
    },
    useCode: async (personId, codeId, at) =>
      countOf(
        await noted
          .updateTable('recovery_codes')
          .set({ used_at: at })
          .where('organisation_id', '=', personId)
          .where('code_id', '=', codeId)
          .where('used_at', 'is', null)
          .executeTakeFirst(),
      ),
    countCodes: async (personId) => {
      const rows = await noted
        .selectFrom('recovery_codes')
        .select('code_id')
        .where('organisation_id', '=', personId)
        .where('used_at', 'is', null)
        .execute();
      return rows.length;
    },
    addRecovery: async ({ recoveryId, personId, begunAt, ripeAt }) => {
      await noted
        .insertInto('recoveries')
        .values({
          ...{ organisation_id: personId, recovery_id: recoveryId, person_id: personId },
          ...{ begun_at: begunAt, ripe_at: ripeAt },
        })
        .execute();
    },
    findOpenRecovery: async (personId) => {
      const row = await noted
        .selectFrom('recoveries')
        .select(['recovery_id', 'person_id', 'begun_at', 'ripe_at'])
        .where('organisation_id', '=', personId)
        .where('ended_at', 'is', null)
        .orderBy('begun_at')
        .executeTakeFirst();
      return (
        row && {
          ...{ recoveryId: row.recovery_id, personId: row.person_id },
          ...{ begunAt: toInstant(row.begun_at), ripeAt: toInstant(row.ripe_at) },
        }
      );
    },
    endRecovery: async (personId, { recoveryId, outcome, at }) =>
      countOf(
        await noted
          .updateTable('recoveries')
          .set({ ended_at: at, outcome })
          .where('organisation_id', '=', personId)
          .where('recovery_id', '=', recoveryId)
          .where('ended_at', 'is', null)
          .executeTakeFirst(),
      ),
  };
}
