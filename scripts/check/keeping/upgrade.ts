/** A database as each earlier schema left it is opened by this release: every row is there, the fences stand; and the earlier one refuses it then. */
import { rmSync } from 'node:fs';
import { checkDatabase, MIGRATIONS, openDatabase } from '@testamur/adapters/postgres';
import { expectOk } from '@testamur/engines/kernel';
import { sql } from 'kysely';
import { barred, figure, type Line } from '../../../bench/line.ts';
import { freshFolder, seedHouses, withDatabase } from './seed-houses.ts';

const ROWS = 300;

export async function* checkUpgrade(): AsyncIterable<Line> {
  const names = Object.keys(MIGRATIONS).sort();
  let [lost, faults, taken] = [0, 0, 0];
  for (let count = 1; count < names.length; count += 1) {
    const folder = freshFolder();
    const migrations = Object.fromEntries(
      names.slice(0, count).map((name) => [name, MIGRATIONS[name] as never]),
    );
    const options = { kind: 'embedded', folder } as const;
    try {
      const hasPeople = names.slice(0, count).includes('0002-platform');
      await withDatabase({ ...options, migrations }, (database) => fill(database, hasPeople));
      await withDatabase(options, async (database) => {
        lost += 2 * ROWS - (await countRows(database, hasPeople));
        faults += expectOk(await checkDatabase(database), 'a check').faults.length;
        await seedHouses(database, 1);
      });
      const old = await openDatabase({ ...options, migrations });
      if (old.ok) {
        taken += 1;
        await old.value.close();
      } else if (old.error.code !== 'POSTGRES_NEWER_SCHEMA') throw new Error(old.error.message);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  yield figure({ id: 'upgrade.from', value: names.length - 1, unit: 'earlier schemas', better: 'higher' });
  yield barred({ id: 'upgrade.lost', value: lost, unit: 'rows', bar: 0, better: 'lower' });
  yield barred({ id: 'upgrade.fsck', value: faults, unit: 'faults', bar: 0, better: 'lower' });
  yield barred({ id: 'upgrade.taken-by-older', value: taken, unit: 'databases', bar: 0, better: 'lower' });
}

type Opened = Parameters<Parameters<typeof withDatabase>[1]>[0];

/** As many organisations as items; where there are no organisations yet, twice as many items. */
async function fill(database: Opened, hasPeople: boolean): Promise<void> {
  const items = hasPeople ? ROWS : 2 * ROWS;
  const done = await database.write(async (trx) => {
    await sql`INSERT INTO reference_set VALUES ('check', ${`sha256:${'0'.repeat(64)}`}, ${items})`.execute(
      trx,
    );
    await sql`INSERT INTO reference_item SELECT 'check', 'item-' || n, ${`sha256:${'0'.repeat(64)}`}, jsonb_build_object('n', n)
      FROM generate_series(1, ${items}::int) n`.execute(trx);
    if (hasPeople)
      await sql`INSERT INTO organisations (organisation_id, kind, name, created_at)
        SELECT gen_random_uuid(), 'school', 'School ' || n, now() FROM generate_series(1, ${ROWS}::int) n`.execute(
        trx,
      );
  });
  expectOk(done, 'rows of the older release');
}

async function countRows(database: Opened, hasPeople: boolean): Promise<number> {
  const counted = await database.write(async (trx) => {
    await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
    const { rows } = await sql<{ n: number }>`
      SELECT (SELECT count(*) FROM reference_item WHERE set_name = 'check' AND body ->> 'n' = substr(item_id, 6))::int
        + (SELECT count(*) FROM organisations WHERE kind = 'school')::int AS n`.execute(trx);
    return rows[0]?.n ?? 0;
  });
  return hasPeople ? expectOk(counted, 'a count') : expectOk(counted, 'a count');
}
