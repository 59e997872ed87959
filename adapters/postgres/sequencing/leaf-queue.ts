import { mapResult } from '@testamur/engines/kernel';
import type { LeafQueue } from '@testamur/services/publishing';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { PostgresProblem } from '../errors.ts';
import type { Tables } from '../tables.ts';

export type QueueOptions = {
  /** Who gives places: a new id per process. */
  readonly holder: string;
  /** For so long nobody else does, unless the lease is renewed. */
  readonly leaseMs?: number;
};

const MOST = 10_000;

/**
 * The order of the log, in the database. The row of the lease is held until the places are given, so that two processes never give the same ones,
 * whatever their clocks say; the lease itself only spares the second one the work.
 */
export function openLeafQueue(
  database: Database,
  { holder, leaseMs = 3_000 }: QueueOptions,
): LeafQueue<PostgresProblem> {
  return {
    sequence: () =>
      database.write(async (trx) => {
        await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
        if (await takeLease(trx, holder, leaseMs)) await givePlaces(trx);
        return countPlaces(trx);
      }),
    read: async ({ from, limit }) => {
      const found = await database.write(async (trx) => {
        await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
        return trx
          .selectFrom('log_positions as place')
          .innerJoin('log_leaves as leaf', (join) =>
            join
              .onRef('leaf.organisation_id', '=', 'place.organisation_id')
              .onRef('leaf.leaf_id', '=', 'place.leaf_id'),
          )
          .select(['leaf.entry', 'place.position'])
          .where('place.position', '>=', String(from))
          .orderBy('place.position')
          .limit(limit)
          .execute();
      });
      return mapResult(found, (rows) => rows.map((row) => row.entry));
    },
  };
}

async function takeLease(trx: Transaction<Tables>, holder: string, leaseMs: number): Promise<boolean> {
  const held = await sql<{ holder: string }>`
    INSERT INTO log_lease AS lease (log, holder, until)
    VALUES ('public', ${holder}, now() + ${leaseMs} * interval '1 millisecond')
    ON CONFLICT (log) DO UPDATE SET holder = excluded.holder, until = excluded.until
      WHERE lease.holder = excluded.holder OR lease.until < now()
    RETURNING holder`.execute(trx);
  return held.rows.length === 1;
}

async function givePlaces(trx: Transaction<Tables>): Promise<void> {
  await sql`
    UPDATE log_positions AS place SET position = next.position
    FROM (
      SELECT organisation_id, leaf_id,
        (SELECT coalesce(max(position) + 1, 0) FROM log_positions)
          + row_number() OVER (ORDER BY recorded_at, organisation_id, leaf_id) - 1 AS position
      FROM (SELECT * FROM log_positions WHERE position IS NULL
        ORDER BY recorded_at, organisation_id, leaf_id LIMIT ${MOST}) AS waiting) AS next
    WHERE place.organisation_id = next.organisation_id AND place.leaf_id = next.leaf_id`.execute(trx);
}

async function countPlaces(trx: Transaction<Tables>): Promise<number> {
  const size = await sql<{
    size: string;
  }>`SELECT coalesce(max(position) + 1, 0) AS size FROM log_positions`.execute(trx);
  return Number(size.rows[0]?.size ?? 0);
}
