/** The verbs about people's data, on a folder of the embedded engine. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase, openUnitOfWork } from '@testamur/adapters/postgres';
import { openKeys, readConfiguration } from '@testamur/server';
import { authoriseByMatrix } from '@testamur/services/authorising';
import { registerPerson } from '@testamur/services/people';
import { copyDataFolder } from '@testamur/testing/postgres';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { EXIT } from './exit-codes.ts';
import { run } from './host.fixture.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'testamur-cli-privacy-'));
const data = path.join(folder, 'data');
const REASON = 'her letter of 3 November';

async function registerSomebody(displayName: string): Promise<string> {
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
  const request = { actor: { kind: 'anonymous' }, at: '2026-11-22T12:00:00.000Z', site: 'test' } as const;
  const made = await registerPerson(platform, request, { displayName, language: 'en' });
  await opened.value.close();
  if (!made.ok) throw new Error(made.error.message);
  return made.value.personId;
}

describe('testamur privacy', () => {
  let person: string;
  beforeAll(async () => {
    copyDataFolder(inject('preparedFolder'), data);
    person = await registerSomebody('Dr Console');
  });

  it('prints the catalogue without a database', async () => {
    const { code, out } = await run(['privacy', 'catalogue', '--json']);
    expect(code).toBe(EXIT.answered);
    const people = JSON.parse(out).tables.find((one: { table: string }) => one.table === 'people');
    expect(people).toMatchObject({ purpose: 'account', basis: 'contract' });
    expect(people.columns).toContainEqual({ column: 'mail', kind: 'sealed' });
  });

  it('exports a person with every word about her', async () => {
    const { code, out } = await run([
      'privacy',
      'export',
      person,
      '--reason',
      REASON,
      '--data',
      data,
      '--json',
    ]);
    expect(code).toBe(EXIT.answered);
    const exported = JSON.parse(out);
    expect(exported).toMatchObject({ schema: 'testamur/personal-export/1', person });
    expect(JSON.stringify(exported)).toContain('Dr Console');
  });

  it.each([
    [['privacy', 'erase', 'nobody', '--reason', REASON]],
    [['privacy', 'erase', '7b0c8a51-3f0e-4a86-9b3d-0d6a3a9c2f10']],
    [['privacy', 'export', '7b0c8a51-3f0e-4a86-9b3d-0d6a3a9c2f10', '--reason', ' ']],
  ])('refuses what names no person or no reason: %j', async (args) => {
    expect(await run([...args, '--data', data])).toMatchObject({ code: EXIT.badInput, out: '' });
  });

  it('erases for ever: neither a copy of the keys nor a second export brings her back', async () => {
    const copied = JSON.parse((await run(['privacy', 'copy-keys', '--data', data, '--json'])).out);
    expect(copied.keys).toBeGreaterThan(0);
    const erased = await run(['privacy', 'erase', person, '--reason', REASON, '--data', data, '--json']);
    expect(JSON.parse(erased.out)).toMatchObject({ schema: 'testamur/erasure-receipt/1', person });
    const restored = await run(['privacy', 'restore-keys', copied.copy, '--data', data, '--json']);
    expect(JSON.parse(restored.out)).toMatchObject({ schema: 'testamur/keys-restored/1', restored: 0 });
    const again = await run(['privacy', 'export', person, '--reason', REASON, '--data', data, '--json']);
    expect(again.out).not.toContain('Dr Console');
    expect(again.out).toContain('(erased)');
    expect(existsSync(`${data}-person-keys`)).toBe(true);
    expect(readdirSync(data).filter((name) => name.includes('key'))).toEqual([]);
  });
});
