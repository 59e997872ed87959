import type { LeafFound, LeafStore } from '@testamur/services/publishing';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { toInstant } from './instants.ts';

export function openLeafStore(trx: Transaction<Tables>): LeafStore {
  const placed = () =>
    trx
      .selectFrom('log_leaves as leaf')
      .leftJoin('log_positions as place', (join) =>
        join
          .onRef('place.organisation_id', '=', 'leaf.organisation_id')
          .onRef('place.leaf_id', '=', 'leaf.leaf_id'),
      )
      .select(['leaf.organisation_id', 'leaf.leaf_id', 'leaf.act', 'leaf.recorded_at', 'leaf.entry'])
      .select('place.position');
  return {
    add: async ({ organisation, leafId, act, at, entry }) => {
      await trx
        .insertInto('log_leaves')
        .values({ organisation_id: organisation, leaf_id: leafId, act, recorded_at: at, entry })
        .execute();
    },
    addSalt: async ({ organisation, leafId, personId, salt }) => {
      await trx
        .insertInto('log_salts')
        .values({ organisation_id: organisation, leaf_id: leafId, person_id: personId, salt })
        .execute();
    },
    find: async (leafId) => {
      const row = await placed().where('leaf.leaf_id', '=', leafId).executeTakeFirst();
      return row && toFound(row);
    },
    listNewest: async ({ before, limit }) => {
      const all = before === undefined ? placed() : placed().where('place.position', '<', String(before));
      const rows = await all
        .orderBy('place.position', (order) => order.desc().nullsFirst())
        .orderBy('leaf.recorded_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toFound);
    },
    listGrowth: async () => {
      const rows = await sql<{ on: string; size: string }>`
        SELECT to_char(leaf.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "on", max(place.position) + 1 AS size
        FROM log_leaves AS leaf JOIN log_positions AS place USING (organisation_id, leaf_id)
        WHERE place.position IS NOT NULL GROUP BY 1 ORDER BY 1`.execute(trx);
      // An act of an earlier day may have come into the log after one of a later day.
      let most = 0;
      return rows.rows.map(({ on, size }) => {
        most = Math.max(most, Number(size));
        return { on, size: most };
      });
    },
  };
}

function toFound(row: {
  readonly organisation_id: string;
  readonly leaf_id: string;
  readonly act: string;
  readonly recorded_at: Date;
  readonly entry: string;
  readonly position: string | null;
}): LeafFound {
  return {
    organisation: row.organisation_id,
    leafId: row.leaf_id,
    act: row.act,
    at: toInstant(row.recorded_at),
    entry: row.entry,
    index: row.position === null ? undefined : Number(row.position),
  };
}
