import { sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** One item of reference data; `hash` is the SHA-256 of its canonical form, written `sha256:…`. */
export type ReferenceItem = { readonly id: string; readonly hash: string; readonly body: unknown };
export type ReferenceSet = {
  readonly name: string;
  readonly hash: string;
  readonly items: readonly ReferenceItem[];
};
export type SeedOutcome = { readonly written: number; readonly removed: number };

/**
 * Makes the stored set equal to the given one. Keyed by hashes: the same set again writes nothing, a changed item is replaced, a missing one removed.
 */
export async function seedReferenceSet(
  transaction: Transaction<Tables>,
  set: ReferenceSet,
): Promise<SeedOutcome> {
  const stored = await transaction
    .selectFrom('reference_set')
    .select('content_hash')
    .where('set_name', '=', set.name)
    .executeTakeFirst();
  if (stored?.content_hash === set.hash) return { written: 0, removed: 0 };
  await transaction
    .insertInto('reference_set')
    .values({ set_name: set.name, content_hash: set.hash, item_count: set.items.length })
    .onConflict((conflict) =>
      conflict.column('set_name').doUpdateSet({ content_hash: set.hash, item_count: set.items.length }),
    )
    .execute();
  const written = await upsertItems(transaction, set);
  const removed = await removeOthers(transaction, set);
  return { written, removed };
}

/** One statement for all rows: `unnest` of parallel arrays, whatever their number. */
async function upsertItems(transaction: Transaction<Tables>, set: ReferenceSet): Promise<number> {
  const ids = set.items.map((item) => item.id);
  const hashes = set.items.map((item) => item.hash);
  const bodies = set.items.map((item) => JSON.stringify(item.body));
  const result = await sql`
    INSERT INTO reference_item (set_name, item_id, content_hash, body)
    SELECT ${set.name}, item.id, item.hash, item.body::jsonb
    FROM unnest(${ids}::text[], ${hashes}::text[], ${bodies}::text[]) AS item (id, hash, body)
    ON CONFLICT (set_name, item_id) DO UPDATE
      SET content_hash = excluded.content_hash, body = excluded.body
      WHERE reference_item.content_hash <> excluded.content_hash`.execute(transaction);
  return Number(result.numAffectedRows ?? 0n);
}

async function removeOthers(transaction: Transaction<Tables>, set: ReferenceSet): Promise<number> {
  const ids = set.items.map((item) => item.id);
  const result = await sql`
    DELETE FROM reference_item WHERE set_name = ${set.name} AND item_id <> ALL (${ids}::text[])`.execute(
    transaction,
  );
  return Number(result.numAffectedRows ?? 0n);
}

export type StoredSet = { readonly name: string; readonly hash: string; readonly items: number };

/** Which sets are stored, by name. */
export async function listReferenceSets(transaction: Transaction<Tables>): Promise<readonly StoredSet[]> {
  const rows = await transaction.selectFrom('reference_set').selectAll().orderBy('set_name').execute();
  return rows.map((row) => ({ name: row.set_name, hash: row.content_hash, items: row.item_count }));
}

/** One item's body, or undefined. */
export async function findReferenceItem(
  transaction: Transaction<Tables>,
  key: { readonly set: string; readonly id: string },
): Promise<unknown> {
  const row = await transaction
    .selectFrom('reference_item')
    .select('body')
    .where('set_name', '=', key.set)
    .where('item_id', '=', key.id)
    .executeTakeFirst();
  return row?.body;
}
