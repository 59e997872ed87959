import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { err, ok, type Result } from '@testamur/engines/kernel';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type KeylessDatabase, runTransaction } from '../database.ts';
import { describePool } from '../describe-pool.ts';
import type { PostgresProblem } from '../errors.ts';
import { prepareSchema, type SchemaOptions } from '../migrate.ts';
import { statementsOn } from '../run-statements.ts';
import type { Tables } from '../tables.ts';
import { type DataDirectory, prepareDataDirectory } from './data-directory.ts';
import { acquireLock, type DirectoryLock } from './directory-lock.ts';
import { EmbeddedEngine } from './engine.ts';
import { checkFreeSpace, type MeasureFreeBytes, measureFreeBytes } from './free-space.ts';

export type EmbeddedOptions = SchemaOptions & {
  /** The data folder; created when absent. */
  readonly folder: string;
  readonly watchdogMs?: number;
  /** How long a caller waits for the one session. */
  readonly checkoutMs?: number;
  readonly measureFreeBytes?: MeasureFreeBytes;
};

const NO_FSYNC =
  'The embedded database survives a crash of the program, but not a power cut: it does not force writes to the disk. For data that matters, set DATABASE_URL to a PostgreSQL server.';

/** Opens (and when needed creates) the embedded database of a data folder, alone: a second opener is refused. */
export async function openEmbedded(
  options: EmbeddedOptions,
): Promise<Result<KeylessDatabase, PostgresProblem>> {
  const directory = prepareDataDirectory(options.folder);
  if (!directory.ok) return directory;
  const measure = options.measureFreeBytes ?? measureFreeBytes;
  const full = await checkFreeSpace(options.folder, measure);
  if (full) return err(full);
  const lock = acquireLock(directory.value.lock);
  if (!lock.ok) return lock;
  try {
    const opened = await openLocked(directory.value, lock.value, { ...options, measureFreeBytes: measure });
    if (!opened.ok) lock.value.release();
    return opened;
  } catch (error) {
    lock.value.release();
    throw error;
  }
}

async function openLocked(
  directory: DataDirectory,
  lock: DirectoryLock,
  options: EmbeddedOptions & { readonly measureFreeBytes: MeasureFreeBytes },
): Promise<Result<KeylessDatabase, PostgresProblem>> {
  if (existsSync(directory.unfinished)) rmSync(directory.database, { recursive: true, force: true });
  const isNew = !existsSync(directory.database);
  if (isNew) writeFileSync(directory.unfinished, '');
  const engine = await EmbeddedEngine.start({
    directory: directory.database,
    watchdogMs: options.watchdogMs ?? 30_000,
  });
  const { db, pool, limitCheckout } = connect(engine);
  const close = async () => {
    await db.destroy();
    await engine.close();
    lock.release();
  };
  const migrated = await prepareSchema(db, options);
  if (!migrated.ok) {
    await close();
    return migrated;
  }
  rmSync(directory.unfinished, { force: true });
  limitCheckout(options.checkoutMs ?? 10_000);
  return ok({
    engine: 'embedded',
    notices: [NO_FSYNC],
    read: (work) => runTransaction(db, work, 'read only'),
    write: async (work) => {
      const full = await checkFreeSpace(directory.folder, options.measureFreeBytes);
      return full ? err(full) : runTransaction(db, work, 'read write');
    },
    pool: () => describePool(pool),
    runStatements: statementsOn(pool),
    onFailure: (listener) => engine.onFailure(listener),
    close,
  });
}

/**
 * One session, so one connection. While the database is being opened, nobody else waits for it; from then on, whoever waits longer than
 * the check-out time is told so.
 */
function connect(engine: EmbeddedEngine): {
  readonly db: Kysely<Tables>;
  readonly pool: pg.Pool;
  readonly limitCheckout: (ms: number) => void;
} {
  const pool = new pg.Pool({
    stream: () => engine.createStream(),
    user: 'postgres',
    database: 'postgres',
    password: '',
    ssl: false,
    max: 1,
    idleTimeoutMillis: 0,
  });
  // Without a listener a lost idle connection would end the process with a stack trace; the engine reports the loss itself.
  pool.on('error', () => {});
  // The same for a connection in use: the query that used it gets the error.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    pool,
    limitCheckout: (ms) => {
      pool.options.connectionTimeoutMillis = ms;
    },
  };
}
