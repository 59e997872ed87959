import type { Result } from '@testamur/engines/kernel';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { PostgresProblem } from './errors.ts';

export type KeysSettled = {
  /** Keys of erased people that were still there: a process died in between, or an old copy of the keys came back. */
  readonly destroyed: number;
  readonly restricted: number;
};

/** Brings the keys to what the database says of erasures and restrictions. For every start, and after keys have been restored. */
export async function settleKeys(database: Database): Promise<Result<KeysSettled, PostgresProblem>> {
  const found = await database.write(async (trx) => {
    await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
    const erased = await sql<{ id: string }>`
      SELECT person_id AS id FROM erasures UNION
      SELECT i.invitation_id FROM invitations i JOIN erasures e ON e.person_id = i.accepted_by`.execute(trx);
    const restrictions = await sql<{ id: string; on: boolean }>`
      SELECT DISTINCT ON (person_id) person_id AS id, is_restricted AS on FROM privacy_restrictions
      ORDER BY person_id, set_at DESC, restriction_id`.execute(trx);
    return { erased: erased.rows, restrictions: restrictions.rows };
  });
  if (!found.ok) return found;
  const { keys } = database;
  const alive = found.value.erased.map(({ id }) => id).filter((id) => keys.find(id).state === 'alive');
  keys.destroy(alive);
  let restricted = 0;
  for (const { id, on } of found.value.restrictions) {
    const key = keys.find(id);
    if (key.state !== 'alive' || key.isRestricted === on) continue;
    keys.restrict(id, on);
    restricted += 1;
  }
  return { ok: true, value: { destroyed: alive.length, restricted } };
}
