import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkDatabase, type Database, digestDatabase, openDatabase } from '@testamur/adapters/postgres';
import { makePersonKeys } from '@testamur/testing/person-keys';
import { copyDataFolder } from '@testamur/testing/postgres';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freshServerDatabase, succeed } from '../../../../adapters/postgres/contract/engines.fixture.ts';
import {
  newHouse,
  newMember,
  newPlatformHouse,
  platformOn,
} from '../../../../adapters/postgres/contract/platform.fixture.ts';
import { type Configuration, readConfiguration } from '../configuration.ts';
import { backUp } from './back-up.ts';
import { examine } from './doctor/examine.ts';
import { restore } from './restore.ts';

const base = mkdtempSync(path.join(tmpdir(), 'testamur-keeping-'));
const KEYS = makePersonKeys();
const at = (name: string) => path.join(base, name);
const madeAt = '2026-11-22T12:00:00.000Z';
afterAll(() => rmSync(base, { recursive: true, force: true }));

function configure(environment: Readonly<Record<string, string>>): Configuration {
  const read = readConfiguration(environment, base);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}
const inFolder = (name: string) => configure({ TESTAMUR_DATA: at(name) });
const into = (name: string, configuration: Configuration) => ({
  ...{ configuration, into: at(name), log: undefined, personKeys: undefined, madeAt },
});

async function withDatabase<T>(folder: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await succeed(
    openDatabase({ kind: 'embedded', folder, isLeftAsFound: true, personKeys: KEYS }),
  );
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
const digestOf = (folder: string) =>
  withDatabase(folder, async (database) => (await succeed(digestDatabase(database))).tables);
const faultsOf = (folder: string) =>
  withDatabase(folder, async (database) => (await succeed(checkDatabase(database))).faults);

beforeAll(async () => {
  copyDataFolder(inject('preparedFolder'), at('data'));
  await withDatabase(at('data'), async (database) => {
    const platform = platformOn(database);
    await newPlatformHouse(platform);
    await newMember(platform, await newHouse(platform), 'officer');
  });
  mkdirSync(path.join(at('data'), 'mail'));
  writeFileSync(path.join(at('data'), 'mail', '1.eml'), 'a message');
  mkdirSync(path.join(at('data'), 'person-keys'));
  writeFileSync(path.join(at('data'), 'person-keys', 'key'), 'KEY-OF-A-PERSON');
  await succeed(backUp(into('backup', inFolder('data'))));
});

describe('a backup', () => {
  it('holds rows and files, each with its SHA-256, and no key of a person', () => {
    const manifest = JSON.parse(readFileSync(path.join(at('backup'), 'manifest.json'), 'utf8'));
    expect(manifest.files.map((file: { path: string }) => file.path)).toEqual([
      'data/mail/1.eml',
      'database.jsonl',
    ]);
    expect(manifest).toMatchObject({ madeAt, engine: 'embedded', rows: expect.any(Number) });
    expect(readFileSync(path.join(at('backup'), 'database.jsonl'), 'utf8')).not.toContain('KEY-OF-A-PERSON');
  });

  it('is never written over another', async () => {
    expect(await backUp(into('backup', inFolder('data')))).toMatchObject({
      error: { code: 'BACKUP_NOT_EMPTY' },
    });
  });

  it('is restored into an empty place with every row and file as it was, and fsck finds nothing', async () => {
    const wanted = { configuration: inFolder('restored'), from: at('backup'), log: undefined };
    await succeed(restore(wanted));
    expect(await digestOf(at('restored'))).toEqual(await digestOf(at('data')));
    expect(readFileSync(path.join(at('restored'), 'mail', '1.eml'), 'utf8')).toBe('a message');
    expect(await faultsOf(at('restored'))).toEqual([]);
    expect(await restore(wanted)).toMatchObject({
      error: { code: 'BACKUP_NOT_EMPTY', message: expect.stringContaining('empty place only') },
    });
  });

  it('has the log where it is configured outside of the data, and gives it back to wherever it lies then', async () => {
    mkdirSync(at('log-apart/tile'), { recursive: true });
    writeFileSync(at('log-apart/checkpoint'), 'a checkpoint');
    writeFileSync(at('log-apart/tile/0'), 'a tile');
    const apart = configure({ TESTAMUR_DATA: at('data'), LOG_FOLDER: at('log-apart') });
    await succeed(backUp(into('with-log', apart)));
    const elsewhere = configure({ TESTAMUR_DATA: at('apart'), LOG_FOLDER: at('log-there') });
    const wanted = { from: at('with-log'), log: undefined };
    await succeed(restore({ ...wanted, configuration: elsewhere }));
    expect(readFileSync(at('log-there/tile/0'), 'utf8')).toBe('a tile');
    await succeed(restore({ ...wanted, configuration: inFolder('within') }));
    expect(readFileSync(at('within/log/checkpoint'), 'utf8')).toBe('a checkpoint');
    expect(
      await restore({
        ...wanted,
        configuration: configure({ TESTAMUR_DATA: at('more'), LOG_FOLDER: at('log-apart') }),
      }),
    ).toMatchObject({
      error: { code: 'BACKUP_NOT_EMPTY' },
    });
  });

  it('goes from the embedded database to a server and from there back', async () => {
    const { owner } = await freshServerDatabase(inject('databaseUrl'));
    const onServer = configure({ DATABASE_URL: owner, TESTAMUR_DATA: at('beside-server') });
    await succeed(restore({ configuration: onServer, from: at('backup'), log: undefined }));
    await succeed(backUp(into('of-server', onServer)));
    await succeed(restore({ configuration: inFolder('back'), from: at('of-server'), log: undefined }));
    expect(await digestOf(at('back'))).toEqual(await digestOf(at('data')));
  });

  const damages: { name: string; damage: (folder: string) => void; says: RegExp }[] = [
    {
      name: 'one changed byte',
      damage: (folder) => {
        const file = path.join(folder, 'database.jsonl');
        const bytes = readFileSync(file);
        bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 1;
        writeFileSync(file, bytes);
      },
      says: /database\.jsonl was changed/,
    },
    {
      name: 'a file cut short',
      damage: (folder) => writeFileSync(path.join(folder, 'data/mail/1.eml'), 'a'),
      says: /1\.eml holds 1 bytes instead of 9/,
    },
    {
      name: 'a missing file',
      damage: (folder) => rmSync(path.join(folder, 'data/mail/1.eml')),
      says: /is missing/,
    },
    {
      name: 'a file too many',
      damage: (folder) => writeFileSync(path.join(folder, 'data/x'), ''),
      says: /no part of it/,
    },
    {
      name: 'no manifest',
      damage: (folder) => rmSync(path.join(folder, 'manifest.json')),
      says: /no finished backup/,
    },
  ];
  it.each(damages)('with $name is refused, and nothing is made of it', async ({ name, damage, says }) => {
    const copy = at(`damaged ${name}`);
    cpSync(at('backup'), copy, { recursive: true });
    damage(copy);
    const done = await restore({ configuration: inFolder('from damaged'), from: copy, log: undefined });
    expect(done).toMatchObject({ ok: false, error: { message: expect.stringMatching(says) } });
    expect(readdirSync(base).filter((one) => one.startsWith('from damaged'))).toEqual([]);
  });
});

describe('fsck', () => {
  const wrongs: { name: string; statements: readonly string[]; finds: RegExp }[] = [
    {
      name: 'a policy that is gone',
      statements: ['DROP POLICY people_read ON people'],
      finds: /policy people\.people_read is missing/,
    },
    {
      name: 'a policy too many',
      statements: ['CREATE POLICY open ON people FOR SELECT TO testamur_app USING (true)'],
      finds: /policy people\.open does not belong here/,
    },
    {
      name: 'a fence let down',
      statements: ['ALTER TABLE people NO FORCE ROW LEVEL SECURITY'],
      finds: /row-level security people/,
    },
    {
      name: 'an audit trigger switched off',
      statements: ['ALTER TABLE people DISABLE TRIGGER note_update'],
      finds: /trigger people\.note_update/,
    },
    {
      name: 'a right too many',
      statements: ['GRANT DELETE ON people TO testamur_app'],
      finds: /grant testamur_app on people/,
    },
    {
      name: 'an event that was changed',
      statements: [
        'ALTER TABLE audit_events DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY',
        `UPDATE audit_events SET event = replace(event, '"C"', '"D"') WHERE sequence = 1`,
        'ALTER TABLE audit_events ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY',
      ],
      finds: /event 1 of .*: changed/,
    },
    {
      name: 'a chain that was cut short',
      statements: [
        'ALTER TABLE audit_events DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY',
        'DELETE FROM audit_events e USING audit_heads h WHERE h.organisation_id = e.organisation_id AND h.sequence = e.sequence',
        'ALTER TABLE audit_events ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY',
      ],
      finds: /ends otherwise than its head says/,
    },
    {
      name: 'a row whose other half is gone',
      statements: [
        'ALTER TABLE memberships DISABLE TRIGGER ALL, NO FORCE ROW LEVEL SECURITY',
        `DELETE FROM memberships m USING member_roles r
          WHERE r.organisation_id = m.organisation_id AND r.person_id = m.person_id AND r.role = 'officer'`,
        'ALTER TABLE memberships ENABLE TRIGGER ALL, FORCE ROW LEVEL SECURITY',
      ],
      finds: /rows: \d+ rows (of member_roles )?break/,
    },
    {
      name: 'a value that no rule allows',
      statements: [
        'ALTER TABLE reference_set DROP CONSTRAINT reference_set_item_count_check',
        `INSERT INTO reference_set VALUES ('x', 'sha256:${'0'.repeat(64)}', -1)`,
        'ALTER TABLE reference_set ADD CONSTRAINT reference_set_item_count_check CHECK (item_count >= 0) NOT VALID',
      ],
      finds: /reference_set_item_count_check of reference_set is not enforced/,
    },
  ];
  it('finds each wrong by itself, and changes nothing', async () => {
    for (const { name, statements, finds } of wrongs) {
      const folder = at('wrong');
      rmSync(folder, { recursive: true, force: true });
      cpSync(at('data'), folder, { recursive: true });
      await withDatabase(folder, async (database) => {
        for (const statement of statements)
          await succeed(database.write((trx) => sql.raw(statement).execute(trx)));
        const said = async () =>
          (await succeed(checkDatabase(database))).faults.map(({ part, what }) => `${part}: ${what}`);
        const first = await said();
        expect([name, first.some((fault) => finds.test(fault)), first]).toEqual([name, true, first]);
        expect(await said()).toEqual(first);
      });
    }
  });
});

describe('the doctor', () => {
  const stateOf = async (environment: Readonly<Record<string, string>>, now?: () => number) =>
    Object.fromEntries((await examine(environment, base, now)).map(({ id, state }) => [id, state]));

  it('finds a database of this release well', async () => {
    const found = await stateOf({ TESTAMUR_DATA: at('data') });
    expect(found).toMatchObject({
      node: 'well',
      configuration: 'well',
      rights: 'well',
      schema: 'well',
      clock: 'well',
      halt: 'well',
    });
    expect(found['database']).toBe('doubtful');
  });

  it('says of a wrong variable, a wrong clock and a server that is not there what to do', async () => {
    expect(await stateOf({ PORT: 'eighty' })).toMatchObject({ configuration: 'ill' });
    expect(await stateOf({ TESTAMUR_DATA: at('data') }, () => Date.now() - 400 * 86_400_000)).toMatchObject({
      clock: 'ill',
    });
    expect(await stateOf({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' })).toMatchObject({
      database: 'ill',
    });
    for (const one of await examine({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }, base))
      if (one.state === 'ill' || one.state === 'doubtful') expect(one.remedy).toMatch(/\w/);
  });

  it('leaves alone what is in use, and makes nothing', async () => {
    const database = await succeed(openDatabase({ kind: 'embedded', folder: at('data') }));
    expect(await stateOf({ TESTAMUR_DATA: at('data') })).toMatchObject({ database: 'not-run' });
    await database.close();
    await examine({ TESTAMUR_DATA: at('nothing') }, base);
    expect(existsSync(at('nothing'))).toBe(false);
  });
});
