import { type LibraryFile, type LibraryProblem, readLibrary } from '@testamur/adapters/library';
import { type Database, openDatabase, type PostgresProblem } from '@testamur/adapters/postgres';
import { err, ok, type Result } from '@testamur/engines/kernel';
import Fastify, { type FastifyInstance } from 'fastify';
import { openServerPlatform } from './acting/server-platform.ts';
import type { Configuration } from './configuration.ts';
import { createServer } from './create-server.ts';
import { databaseOptions } from './database-options.ts';
import type { ServerProblem } from './errors.ts';
import { openHaltSwitch } from './halting/halt-switch.ts';
import { listen } from './listen.ts';
import { logOptions } from './observing/log-options.ts';
import { observeDatabase } from './observing/observe-database.ts';
import { observeProcess } from './observing/observe-process.ts';
import { observeReadiness } from './observing/observe-readiness.ts';
import { openTelemetry } from './observing/open-telemetry.ts';
import { locatePortal } from './portal/locate-portal.ts';
import { loadPortal } from './portal/mount-portal.ts';
import { dependenciesOf } from './readiness/dependencies.ts';
import { makeReadiness, type Readiness } from './readiness/readiness.ts';
import { type OperationsListener, serveOperations } from './readiness/serve-operations.ts';
import { seedLibrary } from './seed-library.ts';
import { VERSION } from './version.ts';
import { startWorks } from './working/start-works.ts';
import type { RunningWork } from './working/work.ts';

export type RunningServer = {
  /** Where a browser finds us; absent for a worker, which answers nobody. */
  readonly url: string | undefined;
  readonly engine: Database['engine'];
  /** Sentences that the operator should read. */
  readonly notices: readonly string[];
  /** Called once when the database has ended by itself: nothing can be answered any more. */
  onFailure(listener: (reason: Error) => void): void;
  /** Says that it is not ready, waits for running requests and work, then closes pool, worker and lock. */
  close(): Promise<void>;
};

type Refusal = ServerProblem | PostgresProblem | LibraryProblem;

/**
 * Opens the store, serves API and portal from one process, listens, and works, as its role says. The library is the one that the build made, unless
 * another is given.
 *
 * @example
 * const started = await startServer(configuration);
 * if (!started.ok) console.error(started.error.message, started.error.hint);
 */
export async function startServer(
  configuration: Configuration,
  given?: LibraryFile,
): Promise<Result<RunningServer, Refusal>> {
  const { role, operations } = configuration;
  const portal = role === 'worker' ? ok(undefined) : locatePortal(configuration);
  if (!portal.ok) return portal;
  const library = given === undefined ? readLibrary() : ok(given);
  if (!library.ok) return library;
  const opened = await openDatabase(databaseOptions(configuration));
  if (!opened.ok) return opened;
  const telemetry = openTelemetry({ ...configuration, version: VERSION });
  const database = observeDatabase(opened.value, telemetry);
  const halt = openHaltSwitch(database, configuration.haltFile);
  const readiness = makeReadiness(dependenciesOf(database, configuration.dataFolder));
  observeReadiness(telemetry, readiness, halt);
  const endObserving = observeProcess(telemetry, configuration.dataFolder);
  const running: Running = { database, readiness, drainMs: configuration.drainSeconds * 1_000, last: [] };
  running.last = [async () => endObserving(), telemetry.close, () => database.close()];
  const refuse = async <P extends Refusal>(problem: P) => {
    await closeAll({ ...running, drainMs: 0 });
    return err(problem);
  };
  const seeded = await seedLibrary(database, library.value);
  if (!seeded.ok) return refuse(seeded.error);
  const platform = await openServerPlatform(database, halt);
  if (!platform.ok) return refuse(platform.error);
  if (operations) {
    const served = await serveOperations(operations, { readiness, telemetry, halt, role });
    if (!served.ok) return refuse(served.error);
    running.operations = served.value;
  }
  if (portal.value !== undefined) {
    const handler = portal.value;
    running.app = await createServer({
      ...{ configuration, database, library: library.value, platform: platform.value, version: VERSION },
      ...{ readiness, halt, telemetry },
      loadPortal: () => loadPortal(handler, configuration.bodyLimitBytes),
    });
    const listening = await listen(running.app, configuration);
    if (!listening.ok) return refuse(listening.error);
    running.url = listening.value;
  }
  if (role !== 'web') {
    const log = (running.app ?? Fastify({ logger: logOptions(configuration.logLevel) })).log;
    running.works = await startWorks({
      ...{ configuration, database, platform: platform.value, telemetry, log },
    });
  }
  return ok({
    url: running.url,
    engine: database.engine,
    notices: [...database.notices, ...describe(running)],
    onFailure: (listener) => database.onFailure(listener),
    close: () => closeAll(running),
  });
}

const describe = ({ operations }: Running): readonly string[] =>
  operations
    ? [`Metrics and health for operators: ${operations.url}/metrics, ${operations.url}/health/ready`]
    : [];

type Running = {
  readonly database: Database;
  readonly readiness: Readiness;
  readonly drainMs: number;
  /** What is closed when nothing runs any more, in this order. */
  last: readonly (() => Promise<void>)[];
  app?: FastifyInstance;
  url?: string;
  works?: RunningWork;
  operations?: OperationsListener;
};

/** Running requests get this long; then a client that never finishes is cut off. */
const GRACE_MS = 10_000;

/** Readiness first, so that whoever shares out requests looks elsewhere; then the listeners and the work; the database last. */
async function closeAll({ app, works, operations, readiness, drainMs, last }: Running): Promise<void> {
  readiness.drain();
  if (drainMs > 0) await new Promise((resolve) => setTimeout(resolve, drainMs));
  await Promise.all([works?.stop(), app && closeListener(app)]);
  await operations?.close();
  for (const close of last) await close();
}

async function closeListener(app: FastifyInstance): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), 100);
  const cutOff = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  await app.close();
  clearInterval(idle);
  clearTimeout(cutOff);
}
