/** The verbs of the database and of the console, on a folder of the embedded engine and on a server. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase, openUnitOfWork } from '@testamur/adapters/postgres';
import { openKeys, readConfiguration } from '@testamur/server';
import { authoriseByMatrix } from '@testamur/services/authorising';
import { acceptInvitation, listMemberships, registerPerson } from '@testamur/services/people';
import { copyDataFolder } from '@testamur/testing/postgres';
import { describe, expect, inject, it, vi } from 'vitest';
import { freshServerDatabase } from '../../../adapters/postgres/contract/engines.fixture.ts';
import { EXIT } from './exit-codes.ts';
import { run } from './host.fixture.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'testamur-cli-db-'));
const data = copyDataFolder(inject('preparedFolder'), path.join(folder, 'data'));
const archive = path.join(folder, 'everything.jsonl');

describe('testamur db and admin', () => {
  it('say of a folder without a database that there is none, and make none', async () => {
    const empty = path.join(folder, 'nothing');
    expect(await run(['db', 'status', '--data', empty, '--json'])).toMatchObject({
      code: EXIT.faultsFound,
      out: '{"schema":"testamur/db-status/1","exists":false}\n',
    });
    expect(() => statSync(path.join(empty, 'database'))).toThrow();
  });

  it('tell that a database is at this release', async () => {
    const { code, out } = await run(['db', 'status', '--data', data, '--json']);
    expect(code).toBe(EXIT.answered);
    expect(JSON.parse(out)).toMatchObject({
      exists: true,
      engine: 'embedded',
      pending: [],
      unknown: [],
      isFenced: true,
    });
  });

  it.each([['0'], ['169'], ['1.5'], ['soon']])('refuse a link that serves %s hours', async (hours) => {
    expect(await run(['admin', 'invite', '--data', data, '--hours', hours])).toMatchObject({
      code: EXIT.badInput,
      out: '',
    });
  });

  it('print a link with which the first administrator joins, once', async () => {
    const { code, out } = await run([
      'admin',
      'invite',
      '--data',
      data,
      '--name',
      'Ministry',
      '--url',
      'https://t.example/',
      '--json',
    ]);
    expect(code).toBe(EXIT.answered);
    const { link, organisation, expiresAt } = JSON.parse(out);
    const secret = new URL(link).hash.slice(1);
    expect(link).toBe(`https://t.example/join#${secret}`);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const configuration = readConfiguration({ TESTAMUR_DATA: data }, '/');
    if (!configuration.ok) throw new Error(configuration.error.message);
    const keys = openKeys(configuration.value);
    if (!keys.ok) throw new Error(keys.error.message);
    const opened = await openDatabase({ kind: 'embedded', folder: data, personKeys: keys.value.keys });
    if (!opened.ok) throw new Error(opened.error.message);
    const platform = {
      unitOfWork: openUnitOfWork(opened.value),
      authorise: authoriseByMatrix,
      newId: () => randomUUID(),
      newSecret: () => 'unused',
    };
    const at = new Date(Date.parse(expiresAt) - 1).toISOString();
    const registered = await registerPerson(
      platform,
      { actor: { kind: 'anonymous' }, at, site: 'test' },
      { displayName: 'First', language: 'en' },
    );
    if (!registered.ok) throw new Error(registered.error.message);
    const request = {
      actor: { kind: 'person', id: registered.value.personId },
      at,
      secret,
      site: 'test',
    } as const;
    expect(await acceptInvitation(platform, request, { knownAs: 'First' })).toEqual({
      ok: true,
      value: { organisation },
    });
    expect(await acceptInvitation(platform, request, { knownAs: 'First' })).toMatchObject({ ok: false });
    expect(await listMemberships(platform, request)).toMatchObject({
      ok: true,
      value: [{ organisation, roles: ['administrator', 'member'] }],
    });
    await opened.value.close();
  });

  it('move everything to a server: one file for its owner’s eyes, never written over, and compared', async () => {
    const exported = await run(['db', 'export', archive, '--data', data, '--json']);
    expect(exported.code).toBe(EXIT.answered);
    expect(statSync(archive).mode & 0o777).toBe(0o600);
    expect((await run(['db', 'export', archive, '--data', data])).code).toBe(EXIT.badInput);
    vi.stubEnv('DATABASE_URL', (await freshServerDatabase(inject('databaseUrl'))).owner);
    const imported = await run(['db', 'import', archive, '--json']);
    expect(imported).toMatchObject({ code: EXIT.answered, err: '' });
    expect(JSON.parse(imported.out).tables).toEqual(JSON.parse(exported.out).tables);
    expect(JSON.parse(imported.out).tables).toContainEqual(
      expect.objectContaining({ table: 'people', rows: 1 }),
    );
    expect((await run(['db', 'import', archive])).err).toContain('holds rows already');
    expect((await run(['db', 'status'])).code).toBe(EXIT.answered);
    vi.unstubAllEnvs();
    expect(readFileSync(archive, 'utf8').split('\n')[0]).toContain('testamur/archive/1');
  });
});
