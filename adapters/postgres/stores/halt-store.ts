import type { Halt, HaltScope, HaltStore } from '@testamur/services/authorising';
import type { HaltLog } from '@testamur/services/operating';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { countOf, toInstant } from './instants.ts';

/** The widest halt in force; anybody may ask, and learns no more than that. */
export async function findHalt(trx: Transaction<Tables>): Promise<Halt | undefined> {
  const { rows } = await sql<{ scope: HaltScope | null; since: Date }>`
    SELECT scope, since FROM fence.halted() AS halt`.execute(trx);
  const [row] = rows;
  return row?.scope ? { scope: row.scope, since: toInstant(row.since) } : undefined;
}

export const openHaltStore = (trx: Transaction<Tables>): HaltStore => ({ current: () => findHalt(trx) });

export function openHaltLog(trx: Transaction<Tables>): HaltLog {
  return {
    add: async (organisation_id, { haltId, scope, reason, startsAt, haltedBy }) => {
      await trx
        .insertInto('halts')
        .values({
          organisation_id,
          halt_id: haltId,
          scope,
          reason,
          starts_at: startsAt,
          halted_by: haltedBy ?? null,
        })
        .execute();
    },
    liftAll: async (organisation, { at, liftedBy }) =>
      countOf(
        await trx
          .updateTable('halts')
          .set({ lifted_at: at, lifted_by: liftedBy ?? null })
          .where('organisation_id', '=', organisation)
          .where('lifted_at', 'is', null)
          .executeTakeFirst(),
      ),
  };
}
