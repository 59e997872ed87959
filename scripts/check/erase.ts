/** People are erased, and every byte that is left anywhere is read: on the embedded engine and on PostgreSQL. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, type DatabaseOptions, openDatabase } from '@testamur/adapters/postgres';
import { expectOk } from '@testamur/engines/kernel';
import { type ErasureTried, tryErasure } from '@testamur/testing/erasure';
import { makePersonKeys } from '@testamur/testing/person-keys';
import { startPostgres } from '@testamur/testing/postgres';
import { sql } from 'kysely';
import { barred, figure, type Line } from '../../bench/line.ts';
import type { CheckOptions } from './options.ts';

const PEOPLE = 40;

export async function* checkErase({ tell }: CheckOptions): AsyncIterable<Line> {
  const root = mkdtempSync(path.join(tmpdir(), 'testamur-erase-'));
  try {
    const folder = path.join(root, 'data');
    yield* linesOf(
      'pglite',
      await run({ kind: 'embedded', folder }, path.join(root, 'backups'), async () => folder),
    );
    const postgres = await startPostgres();
    try {
      const place = (database: Database) => dataFolderOf(database);
      const options = { kind: 'server', url: postgres.url } as const;
      yield* linesOf('postgresql', await run(options, path.join(root, 'backups-server'), place));
    } finally {
      await postgres.stop();
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
    tell('Nothing was vacuumed: log and dead rows were searched as they lie.');
  }
}

async function run(
  options: DatabaseOptions,
  backups: string,
  place: (database: Database) => Promise<string>,
): Promise<ErasureTried> {
  const personKeys = makePersonKeys();
  const database = expectOk(await openDatabase({ ...options, personKeys }), 'a fresh database');
  try {
    return await tryErasure({
      database,
      dataFolder: await place(database),
      keys: personKeys,
      backups,
      people: PEOPLE,
      random: () => randomBytes(8).toString('hex'),
    });
  } finally {
    await database.close();
  }
}

async function dataFolderOf(database: Database): Promise<string> {
  const found = await database.write((trx) =>
    sql<{ data_directory: string }>`SHOW data_directory`.execute(trx),
  );
  return expectOk(found, 'a superuser').rows[0]?.data_directory ?? '';
}

function* linesOf(engine: string, tried: ErasureTried): Iterable<Line> {
  const none = (id: string, value: number, unit: string) =>
    barred({ id: `erase.${engine}.${id}`, value, unit, bar: 0, better: 'lower' });
  yield figure({ id: `erase.${engine}.people`, value: tried.people, unit: 'people', better: 'higher' });
  yield figure({ id: `erase.${engine}.searched`, value: tried.bytes / 1e6, unit: 'MB', better: 'higher' });
  yield barred({
    id: `erase.${engine}.control-found`,
    value: tried.controlFound,
    unit: 'files',
    bar: 1,
    better: 'higher',
  });
  yield none('unseeded', tried.unseeded.length, `of ${tried.columns} columns`);
  yield none('markers-left', tried.readable, 'times');
  yield none('openable', tried.openable, `of ${tried.sealedLeft} left enciphered`);
  yield none('others-harmed', tried.harmed, 'people');
}
