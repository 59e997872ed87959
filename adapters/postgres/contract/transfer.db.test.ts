import { listMembers } from '@testamur/services/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostgresProblem } from '../errors.ts';
import { seedReferenceSet } from '../reference.ts';
import { digestDatabase, exportDatabase } from '../transfer/export-database.ts';
import { importDatabase } from '../transfer/import-database.ts';
import { ENGINES, type Opened, succeed } from './engines.fixture.ts';
import { asPerson, platformOn } from './platform.fixture.ts';
import { furnishWorld, type World } from './world.fixture.ts';

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

const [embedded, ...servers] = ENGINES;

describe('a database that moves from the embedded engine', () => {
  let source: Opened;
  let world: World;
  const lines: string[] = [];

  beforeAll(async () => {
    if (!embedded) throw new Error('no embedded engine');
    source = await embedded.open();
    const hash = `sha256:${'c'.repeat(64)}`;
    const items = Array.from({ length: 2_500 }, (_, n) => ({
      id: `i${n}`,
      hash,
      body: { n, text: 'é "\\' },
    }));
    await succeed(source.database.write((trx) => seedReferenceSet(trx, { name: 'schools', hash, items })));
    world = await furnishWorld(platformOn(source.database));
    await source.look(
      `INSERT INTO passkeys (organisation_id, passkey_id, person_id, credential_id, credential_hash, public_key, label, is_backup_eligible, is_backed_up, transports, created_at)
       VALUES ($1, $1, $1, 'c', '${'0'.repeat(64)}', '\\x00ff10', 'sealed:1:key', true, true, '{usb,nfc}', '2026-11-22T12:00:00.123456Z')`,
      [world.personalTenant],
    );
    await succeed(exportDatabase(source.database, async (line) => void lines.push(line)));
  });
  afterAll(() => source?.close());

  it('is exported whole: every row of every table, in one file', async () => {
    const head = JSON.parse(lines[0] ?? '');
    const tables = await source.look<{
      name: string;
    }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
      AND relkind = 'r' AND relname NOT LIKE 'kysely%' AND relname NOT IN ('schema_fences', 'shared_secrets', 'allowances') ORDER BY 1`);
    expect(head.tables.map((one: { table: string }) => one.table).sort()).toEqual(
      tables.map((row) => row.name),
    );
    for (const { table, rows } of head.tables) {
      const counted = await source.look<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
      expect([table, rows]).toEqual([table, counted[0]?.n]);
    }
    expect(lines).toHaveLength(
      1 + head.tables.reduce((sum: number, one: { rows: number }) => sum + one.rows, 0),
    );
  });

  it.each(servers)('to $name has every row, policy and trigger there, and works on', async ({ open }) => {
    const target = await open(source.database.keys);
    const before = await fencesOf(target);
    await succeed(importDatabase(target.database, each(lines)));
    expect(await succeed(digestDatabase(target.database))).toEqual(JSON.parse(lines[0] ?? ''));
    expect(await fencesOf(target)).toEqual(before);
    const { administrator, organisation } = world.school;
    const request = asPerson(administrator, organisation);
    expect(await succeed(listMembers(platformOn(target.database), request))).toEqual(
      await succeed(listMembers(platformOn(source.database), request)),
    );
    expect(
      await listMembers(platformOn(target.database), asPerson(world.personalTenant, organisation)),
    ).toMatchObject({ ok: false });
    await target.close();
  });

  it.each<[string, (all: readonly string[]) => readonly string[], PostgresProblem['code']]>([
    ['empty', () => [], 'POSTGRES_ARCHIVE_UNREADABLE'],
    ['something else', () => ['{"a":1}'], 'POSTGRES_ARCHIVE_UNREADABLE'],
    ['cut off', (all) => all.slice(0, -1), 'POSTGRES_ARCHIVE_DAMAGED'],
    [
      'cut in a line',
      (all) => [...all.slice(0, -1), all.at(-1)?.slice(0, 20) ?? ''],
      'POSTGRES_ARCHIVE_DAMAGED',
    ],
    [
      'changed in one letter',
      (all) => all.map((line) => line.replace('"A fictional school"', '"A fictional sch0ol"')),
      'POSTGRES_ARCHIVE_DAMAGED',
    ],
    [
      'of another release',
      (all) => [all[0]?.replace('0002-platform', '0003-later') ?? '', ...all.slice(1)],
      'POSTGRES_ARCHIVE_OTHER_RELEASE',
    ],
  ])('is refused when the archive is %s, and nothing is changed', async (_what, damage, code) => {
    const [newest] = servers;
    if (!newest) throw new Error('no server');
    const target = await newest.open();
    const before = [await succeed(digestDatabase(target.database)), await fencesOf(target)];
    expect(await importDatabase(target.database, each(damage(lines)))).toMatchObject({
      ok: false,
      error: { code },
    });
    expect([await succeed(digestDatabase(target.database)), await fencesOf(target)]).toEqual(before);
    await target.close();
  });

  it('does not go where there is something already', async () => {
    expect(await importDatabase(source.database, each(lines))).toMatchObject({
      ok: false,
      error: { code: 'POSTGRES_NOT_EMPTY' },
    });
  });
});

const fencesOf = (opened: Opened) =>
  opened.look(`SELECT c.relname::text AS name, c.relrowsecurity, c.relforcerowsecurity,
    ARRAY(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY 1) AS policies,
    ARRAY(SELECT t.tgname::text || t.tgenabled::text FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal ORDER BY 1) AS triggers
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`);
