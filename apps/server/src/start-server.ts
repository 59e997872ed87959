import { type LibraryFile, type LibraryProblem, readLibrary } from '@testamur/adapters/library';
import {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type PostgresProblem,
} from '@testamur/adapters/postgres';
import { err, ok, type Result } from '@testamur/engines/kernel';
import type { FastifyInstance } from 'fastify';
import { openServerPlatform } from './acting/server-platform.ts';
import type { Configuration } from './configuration.ts';
import { createServer } from './create-server.ts';
import type { ServerProblem } from './errors.ts';
import { listen } from './listen.ts';
import { locatePortal } from './portal/locate-portal.ts';
import { loadPortal } from './portal/mount-portal.ts';
import { seedLibrary } from './seed-library.ts';
import { VERSION } from './version.ts';

export type RunningServer = {
  readonly url: string;
  readonly engine: Database['engine'];
  /** Sentences that the operator should read. */
  readonly notices: readonly string[];
  /** Called once when the database has ended by itself: nothing can be answered any more. */
  onFailure(listener: (reason: Error) => void): void;
  /** Waits for running requests, then closes pool, worker and lock. */
  close(): Promise<void>;
};

/**
 * Opens the store, serves API and portal from one process, and listens. The library is the one that the build made, unless another is
 * given.
 *
 * @example
 * const started = await startServer(configuration);
 * if (!started.ok) console.error(started.error.message, started.error.hint);
 */
export async function startServer(
  configuration: Configuration,
  given?: LibraryFile,
): Promise<Result<RunningServer, ServerProblem | PostgresProblem | LibraryProblem>> {
  const portal = locatePortal(configuration);
  if (!portal.ok) return portal;
  const library = given === undefined ? readLibrary() : ok(given);
  if (!library.ok) return library;
  const opened = await openDatabase(databaseOptions(configuration));
  if (!opened.ok) return opened;
  const database = opened.value;
  const seeded = await seedLibrary(database, library.value);
  if (!seeded.ok) {
    await database.close();
    return seeded;
  }
  const platform = await openServerPlatform(database);
  if (!platform.ok) {
    await database.close();
    return platform;
  }
  const app = await createServer({
    platform: platform.value,
    configuration,
    database,
    library: library.value,
    version: VERSION,
    loadPortal: () => loadPortal(portal.value, configuration.bodyLimitBytes),
  });
  const listening = await listen(app, configuration);
  if (!listening.ok) {
    await closeAll(app, database);
    return err(listening.error);
  }
  return ok({
    url: listening.value,
    engine: database.engine,
    notices: database.notices,
    onFailure: (listener) => database.onFailure(listener),
    close: () => closeAll(app, database),
  });
}

function databaseOptions(configuration: Configuration): DatabaseOptions {
  return configuration.databaseUrl
    ? { kind: 'server', url: configuration.databaseUrl }
    : { kind: 'embedded', folder: configuration.dataFolder };
}

/** Running requests get this long; then a client that never finishes is cut off. */
const GRACE_MS = 10_000;

async function closeAll(app: FastifyInstance, database: Database): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), 100);
  const cutOff = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  await app.close();
  clearInterval(idle);
  clearTimeout(cutOff);
  await database.close();
}
