import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PersonKeys } from '@testamur/services/privacy';
import { makePersonKeys } from '@testamur/testing/person-keys';
import { copyDataFolder } from '@testamur/testing/postgres';
import { sql } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import type { Database } from '../database.ts';
import { type DatabaseOptions, openDatabase } from '../open-database.ts';

/** A database of a test's own, and a way to look into it past every fence. */
export type Opened = {
  readonly options: DatabaseOptions;
  readonly database: Database;
  /** Runs as whoever may see everything: the superuser of the server, or the embedded engine's only user. */
  look<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>;
  close(): Promise<void>;
};

type Engine = {
  readonly name: string;
  /** With person keys of its own, unless it is given those of another database. */
  open(personKeys?: PersonKeys): Promise<Opened>;
};

/** Every store must behave alike on all of them. */
export const ENGINES: readonly Engine[] = [
  { name: 'embedded', open: openEmbeddedForTest },
  { name: 'PostgreSQL 18', open: (keys) => openServerForTest(inject('databaseUrl'), keys) },
  { name: 'PostgreSQL 15', open: (keys) => openServerForTest(inject('oldestDatabaseUrl'), keys) },
];

async function openEmbeddedForTest(personKeys: PersonKeys = makePersonKeys()): Promise<Opened> {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-contract-'));
  copyDataFolder(inject('preparedFolder'), folder);
  const options: DatabaseOptions = {
    kind: 'embedded',
    folder,
    checkoutMs: 15_000,
    personKeys,
  };
  const database = await succeed(openDatabase(options));
  return {
    options,
    database,
    look: (text, values = []) => lookThrough(database, text, values),
    close: () => database.close(),
  };
}

/** On the embedded engine whoever opens it may see everything. */
async function lookThrough<R>(database: Database, text: string, values: readonly unknown[]): Promise<R[]> {
  const { CompiledQuery } = await import('kysely');
  const rows = await succeed(
    database.write(async (trx) => (await trx.executeQuery<R>(CompiledQuery.raw(text, [...values]))).rows),
  );
  return [...rows];
}

const OWNER = 'testamur_owner';
let counter = 0;

/** Owned by a role that is no superuser: a fence that only a superuser passes would not be noticed otherwise. */
export async function freshServerDatabase(
  server: string,
): Promise<{ readonly owner: string; readonly superuser: string }> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  counter += 1;
  const name = `testamur_${process.pid}_${Date.now()}_${counter}`;
  // Files that run side by side ask for it at the same moment.
  await client.query(
    `DO $$ BEGIN CREATE ROLE ${OWNER} LOGIN CREATEROLE PASSWORD 'owner';
     EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  );
  await client.query(`CREATE DATABASE ${name} OWNER ${OWNER}`);
  await client.end();
  const superuser = new URL(server);
  superuser.pathname = `/${name}`;
  const owner = new URL(superuser);
  owner.username = OWNER;
  owner.password = 'owner';
  return { owner: owner.href, superuser: superuser.href };
}

async function openServerForTest(server: string, personKeys: PersonKeys = makePersonKeys()): Promise<Opened> {
  const { owner, superuser } = await freshServerDatabase(server);
  const options: DatabaseOptions = {
    kind: 'server',
    url: owner,
    connections: 4,
    checkoutMs: 30_000,
    personKeys,
  };
  const database = await succeed(openDatabase(options));
  const eye = new pg.Pool({ connectionString: superuser, max: 1 });
  return {
    options,
    database,
    look: async <R extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await eye.query<R>(text, [...values])).rows,
    close: async () => {
      await eye.end();
      await database.close();
    },
  };
}

/** The value, or the test fails with what was said. */
export async function succeed<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; error: { message: string; code: string } }>,
): Promise<T> {
  const outcome = await result;
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

/** A statement that fails as the database does with this code. */
export const raise = (code: string) =>
  sql.raw(`DO $$ BEGIN RAISE EXCEPTION 'injected' USING ERRCODE = '${code}'; END $$`);
