import { err, ok, type Result } from '@testamur/engines/kernel';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type KeylessDatabase, runTransaction } from '../database.ts';
import { describePool } from '../describe-pool.ts';
import { type PostgresProblem, refuse } from '../errors.ts';
import { prepareSchema, type SchemaOptions } from '../migrate.ts';
import { statementsOn } from '../run-statements.ts';
import type { Tables } from '../tables.ts';

export type ServerOptions = SchemaOptions & {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  readonly connections?: number;
  readonly checkoutMs?: number;
};

/** PostgreSQL reports its version as major × 10000 + minor. */
const OLDEST_VERSION = 150_000;

/** Connects to a PostgreSQL server and brings its schema up to this release. */
export async function openServer(options: ServerOptions): Promise<Result<KeylessDatabase, PostgresProblem>> {
  if (!/^postgres(ql)?:\/\//.test(options.url)) return err(invalidUrl());
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: options.checkoutMs ?? 10_000,
  });
  // An idle connection that the server closes is replaced at the next use.
  pool.on('error', () => {});
  // The same for a connection in use: the query that used it gets the error.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const ready = await prepare(db, options);
  if (!ready.ok) {
    await db.destroy();
    return ready;
  }
  return ok({
    engine: 'server',
    notices: [],
    read: (work) => runTransaction(db, work, 'read only'),
    write: (work) => runTransaction(db, work, 'read write'),
    pool: () => describePool(pool),
    runStatements: statementsOn(pool),
    onFailure: () => {},
    close: () => db.destroy(),
  });
}

async function prepare(
  db: Kysely<Tables>,
  options: SchemaOptions,
): Promise<Result<readonly string[], PostgresProblem>> {
  const version = await readVersion(db);
  if (!version.ok) return version;
  if (version.value < OLDEST_VERSION) return err(tooOld(version.value));
  return prepareSchema(db, options);
}

async function readVersion(db: Kysely<Tables>): Promise<Result<number, PostgresProblem>> {
  try {
    const answer = await sql<{
      version: string;
    }>`SELECT current_setting('server_version_num') AS version`.execute(db);
    return ok(Number(answer.rows[0]?.version));
  } catch (error) {
    return err(unreachable(error instanceof Error && error.message ? error.message : String(error)));
  }
}

function invalidUrl(): PostgresProblem {
  return refuse(
    'POSTGRES_URL_INVALID',
    'DATABASE_URL is not the address of a PostgreSQL server.',
    'Write it as postgres://user:password@host:5432/database, or unset it to use the embedded database.',
  );
}

function tooOld(version: number): PostgresProblem {
  return refuse(
    'POSTGRES_SERVER_TOO_OLD',
    `The server of DATABASE_URL is PostgreSQL ${Math.floor(version / 10_000)}; Testamur needs 15 or newer.`,
    'Point DATABASE_URL to a newer server, or unset it to use the embedded database.',
  );
}

function unreachable(reason: string): PostgresProblem {
  return refuse(
    'POSTGRES_UNREACHABLE',
    `The PostgreSQL server of DATABASE_URL does not let us in: ${reason}`,
    'Check host, port, user, password and database name, and that the server runs.',
  );
}
