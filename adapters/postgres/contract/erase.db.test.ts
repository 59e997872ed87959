import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tryErasure } from '@testamur/testing/erasure';
import { makePersonKeys } from '@testamur/testing/person-keys';
import { copyDataFolder } from '@testamur/testing/postgres';
import { expect, inject, it } from 'vitest';
import { openDatabase } from '../open-database.ts';
import { succeed } from './engines.fixture.ts';

/** The short form of `npm run check -- erase`, which also does it on PostgreSQL. */
it('erasure leaves nothing that can be read: in data, log, dead rows, backups and copies of keys', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'testamur-erase-test-'));
  const folder = copyDataFolder(inject('preparedFolder'), path.join(root, 'data'));
  const keys = makePersonKeys();
  const database = await succeed(openDatabase({ kind: 'embedded', folder, personKeys: keys }));
  const tried = await tryErasure({
    database,
    dataFolder: folder,
    keys,
    backups: path.join(root, 'backups'),
    people: 3,
    random: () => randomBytes(8).toString('hex'),
  });
  await database.close();
  expect(tried).toMatchObject({ people: 2, unseeded: [], readable: 0, openable: 0, harmed: 0 });
  // It would be no proof if the search found nothing at all, or if nothing of theirs were left.
  expect(tried.controlFound).toBeGreaterThan(0);
  expect(tried.sealedLeft).toBeGreaterThan(2);
});
