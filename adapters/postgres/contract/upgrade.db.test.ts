import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listMembers } from '@testamur/services/people';
import { makePersonKeys } from '@testamur/testing/person-keys';
import { sql } from 'kysely';
import { describe, expect, inject, it } from 'vitest';
import { reference } from '../migrations/0001-reference.ts';
import { migrations } from '../migrations/all.ts';
import { type DatabaseOptions, openDatabase } from '../open-database.ts';
import { findReferenceItem, listReferenceSets, seedReferenceSet } from '../reference.ts';
import { freshServerDatabase, succeed } from './engines.fixture.ts';
import { asPerson, newHouse, platformOn } from './platform.fixture.ts';

const SOURCES: readonly { readonly name: string; options(): Promise<DatabaseOptions> }[] = [
  {
    name: 'embedded',
    options: async () => ({
      kind: 'embedded',
      folder: mkdtempSync(path.join(tmpdir(), 'testamur-upgrade-')),
    }),
  },
  {
    name: 'PostgreSQL 18',
    options: async () => ({ kind: 'server', url: (await freshServerDatabase(inject('databaseUrl'))).owner }),
  },
  {
    name: 'PostgreSQL 15',
    options: async () => ({
      kind: 'server',
      url: (await freshServerDatabase(inject('oldestDatabaseUrl'))).owner,
    }),
  },
];

describe.each(SOURCES)('an older database on $name', ({ options }) => {
  it('that held reference data only is upgraded with every row as it was, and works', async () => {
    const given = { ...(await options()), personKeys: makePersonKeys() };
    const old = await succeed(openDatabase({ ...given, migrations: { '0001-reference': reference } }));
    const hash = `sha256:${'a'.repeat(64)}`;
    const items = Array.from({ length: 500 }, (_, n) => ({
      id: `item-${n}`,
      hash,
      body: { n, text: 'é "q" \\' },
    }));
    await succeed(old.write((trx) => seedReferenceSet(trx, { name: 'schools', hash, items })));
    await old.close();

    const upgraded = await succeed(openDatabase(given));
    expect(await succeed(upgraded.read(listReferenceSets))).toEqual([{ name: 'schools', hash, items: 500 }]);
    for (const item of items) {
      expect(
        await succeed(upgraded.read((trx) => findReferenceItem(trx, { set: 'schools', id: item.id }))),
      ).toEqual(item.body);
    }
    const platform = platformOn(upgraded);
    const house = await newHouse(platform);
    expect(
      await succeed(listMembers(platform, asPerson(house.administrator, house.organisation))),
    ).toHaveLength(1);
    const known = await upgraded.write((trx) =>
      sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`.execute(trx),
    );
    expect(known.ok && known.value.rows.map((row) => row.name)).toEqual(Object.keys(migrations).sort());
    await upgraded.close();
  });

  it('whose fences are of another release gets those of this one, and loses what does not belong', async () => {
    const given = { ...(await options()), personKeys: makePersonKeys() };
    const before = await succeed(openDatabase(given));
    const house = await newHouse(platformOn(before));
    await succeed(
      before.write(async (trx) => {
        await sql`UPDATE schema_fences SET content_hash = 'of another release'`.execute(trx);
        await sql`CREATE POLICY left_open ON memberships FOR SELECT TO testamur_app USING (true)`.execute(
          trx,
        );
        await sql`GRANT DELETE ON memberships TO testamur_app`.execute(trx);
      }),
    );
    await before.close();
    const after = await succeed(openDatabase(given));
    const left = await after.write((trx) =>
      sql<{
        policies: number;
        may: boolean;
      }>`SELECT (SELECT count(*)::int FROM pg_policies WHERE policyname = 'left_open') AS policies,
        has_table_privilege('testamur_app', 'memberships', 'DELETE') AS may`.execute(trx),
    );
    expect(left.ok && left.value.rows).toEqual([{ policies: 0, may: false }]);
    const members = await succeed(
      listMembers(platformOn(after), asPerson(house.administrator, house.organisation)),
    );
    expect(members.map((one) => one.personId)).toEqual([house.administrator]);
    await after.close();
  });
});
