import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freshServerDatabase } from './contract/engines.fixture.ts';
import type { Database } from './database.ts';
import { type DatabaseOptions, openDatabase } from './open-database.ts';
import { findReferenceItem, listReferenceSets, type ReferenceSet, seedReferenceSet } from './reference.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'testamur-db-'));
const schoolsHash = `sha256:${'a'.repeat(64)}`;

/** One contract, run against both engines: what passes on one and not on the other is a fault. */
const engines: { name: string; options: () => Promise<DatabaseOptions> }[] = [
  { name: 'embedded', options: async () => ({ kind: 'embedded', folder, checkoutMs: 30_000 }) },
  {
    name: 'server',
    options: async () => ({
      kind: 'server',
      url: (await freshServerDatabase(inject('databaseUrl'))).owner,
      connections: 4,
      checkoutMs: 30_000,
    }),
  },
];

function schools(items: Record<string, string>, hash: string): ReferenceSet {
  return {
    name: 'schools',
    hash,
    items: Object.entries(items).map(([id, name]) => ({
      id,
      hash: `sha256:${createHash('sha256').update(name).digest('hex')}`,
      body: { name },
    })),
  };
}

async function succeed<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>,
): Promise<T> {
  const outcome = await result;
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(engines)('the store on the $name engine', ({ name, options }) => {
  let database: Database;
  let opened: DatabaseOptions;

  beforeAll(async () => {
    opened = await options();
    database = await succeed(openDatabase(opened));
  });

  afterAll(() => database?.close());

  it('says which engine it is', () => {
    expect(database.engine).toBe(name);
  });

  it('seeds a set once, and the same set again writes nothing', async () => {
    const set = schools({ one: 'Alpha', two: 'Beta' }, schoolsHash);
    expect(await succeed(database.write((trx) => seedReferenceSet(trx, set)))).toEqual({
      written: 2,
      removed: 0,
    });
    expect(await succeed(database.write((trx) => seedReferenceSet(trx, set)))).toEqual({
      written: 0,
      removed: 0,
    });
    expect(await succeed(database.read(listReferenceSets))).toEqual([
      { name: 'schools', hash: schoolsHash, items: 2 },
    ]);
  });

  it('replaces what changed, removes what is gone, leaves the rest', async () => {
    const set = schools({ two: 'Beta', three: 'Gamma' }, `sha256:${'b'.repeat(64)}`);
    expect(await succeed(database.write((trx) => seedReferenceSet(trx, set)))).toEqual({
      written: 1,
      removed: 1,
    });
    expect(
      await succeed(database.read((trx) => findReferenceItem(trx, { set: 'schools', id: 'one' }))),
    ).toBeUndefined();
    expect(
      await succeed(database.read((trx) => findReferenceItem(trx, { set: 'schools', id: 'three' }))),
    ).toEqual({
      name: 'Gamma',
    });
  });

  it('keeps text of every script, quotes and a megabyte unchanged', async () => {
    const texts = ['Мечников', 'O\'Higgins "x" \\ ; --', '医学院', 'é́', 'y'.repeat(1_000_000)];
    const set = schools(
      Object.fromEntries(texts.map((text, index) => [`t${index}`, text])),
      `sha256:${'c'.repeat(64)}`,
    );
    await succeed(database.write((trx) => seedReferenceSet(trx, set)));
    for (const [index, text] of texts.entries()) {
      const body = await succeed(
        database.read((trx) => findReferenceItem(trx, { set: 'schools', id: `t${index}` })),
      );
      expect(body).toEqual({ name: text });
    }
  });

  it('undoes everything when the work throws', async () => {
    const before = await succeed(database.read(listReferenceSets));
    const failing = database.write(async (trx) => {
      await seedReferenceSet(trx, schools({ lost: 'Lost' }, `sha256:${'d'.repeat(64)}`));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await succeed(database.read(listReferenceSets))).toEqual(before);
  });

  it('refuses to write inside a read', async () => {
    const writing = database.read((trx) => sql`DELETE FROM reference_item`.execute(trx));
    await expect(writing).rejects.toMatchObject({ code: '25006' });
  });

  it('gives an error its SQLSTATE and constraint, and the next statement works', async () => {
    const breaking = database.write((trx) =>
      sql`INSERT INTO reference_set VALUES ('x', 'not a hash', 1)`.execute(trx),
    );
    await expect(breaking).rejects.toMatchObject({
      code: '23514',
      constraint: 'reference_set_content_hash_check',
    });
    await succeed(database.read(listReferenceSets));
  });

  it('runs twenty transactions that were started together', async () => {
    const sums = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        succeed(
          database.write(async (trx) => {
            const answer = await sql<{ n: number }>`SELECT ${index}::int + 1 AS n`.execute(trx);
            return answer.rows[0]?.n;
          }),
        ),
      ),
    );
    expect(sums).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('tries a transaction again when the database asks for that', async () => {
    let attempts = 0;
    const value = await succeed(
      database.write(async (trx) => {
        attempts += 1;
        if (attempts < 3)
          await sql.raw("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$").execute(trx);
        return attempts;
      }),
    );
    expect(value).toBe(3);
  });

  it('opens again what it made, with nothing to migrate and nothing lost', async () => {
    const before = await succeed(database.read(listReferenceSets));
    await database.close();
    database = await succeed(openDatabase(opened));
    expect(await succeed(database.read(listReferenceSets))).toEqual(before);
  });

  it('leaves a schema alone that a newer release has migrated', async () => {
    await succeed(
      database.write((trx) =>
        sql`INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-from-the-future', 'now')`.execute(
          trx,
        ),
      ),
    );
    await database.close();
    const refused = await openDatabase(opened);
    expect(refused).toMatchObject({ ok: false, error: { code: 'POSTGRES_NEWER_SCHEMA' } });
    expect(refused.ok ? '' : refused.error.message).toContain('9999-from-the-future');
  });
});
