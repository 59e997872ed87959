import { type LibraryFile, type LibraryProblem, readLibrary } from '@testamur/adapters/library';
import type { LogProblem } from '@testamur/adapters/log';
import type { PersonKeysProblem } from '@testamur/adapters/person-keys';
import { type Database, openDatabase, type PostgresProblem, settleKeys } from '@testamur/adapters/postgres';
import { ok, type Problem, type Result } from '@testamur/engines/kernel';
import Fastify from 'fastify';
import { openServerPlatform } from './acting/server-platform.ts';
import type { Configuration } from './configuration.ts';
import { createServer } from './create-server.ts';
import { databaseOptions } from './database-options.ts';
import type { ServerProblem } from './errors.ts';
import { openHaltSwitch } from './halting/halt-switch.ts';
import { listen } from './listen.ts';
import { openPublicLog, type PublicLog } from './log/open-public-log.ts';
import { logOptions } from './observing/log-options.ts';
import { observeDatabase } from './observing/observe-database.ts';
import { observeProcess } from './observing/observe-process.ts';
import { observeReadiness } from './observing/observe-readiness.ts';
import { openTelemetry } from './observing/open-telemetry.ts';
import { openKeys } from './open-keys.ts';
import { locatePortal } from './portal/locate-portal.ts';
import { loadPortal } from './portal/mount-portal.ts';
import { dependenciesOf } from './readiness/dependencies.ts';
import { makeReadiness } from './readiness/readiness.ts';
import { serveOperations } from './readiness/serve-operations.ts';
import { closeAll, type Running } from './running.ts';
import { seedLibrary } from './seed-library.ts';
import { VERSION } from './version.ts';
import { startWorks } from './working/start-works.ts';

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

type Refusal = ServerProblem | PostgresProblem | LibraryProblem | LogProblem | PersonKeysProblem | Problem;

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
  const portal = configuration.role === 'worker' ? ok(undefined) : locatePortal(configuration);
  if (!portal.ok) return portal;
  const log = openPublicLog(configuration);
  if (!log.ok) return log;
  const keys = openKeys(configuration);
  if (!keys.ok) return nameFirst(configuration, keys);
  // The database wakes in a thread of its own while the library is read here.
  const opening = openDatabase({ ...databaseOptions(configuration), personKeys: keys.value.keys });
  const library = given === undefined ? readLibrary() : ok(given);
  const opened = await opening;
  if (!library.ok && opened.ok) await opened.value.close();
  if (!library.ok) return library;
  if (!opened.ok) return opened;
  const watched = await watch(configuration, opened.value);
  const { database, running } = watched;
  const started = await startParts({
    ...watched,
    configuration,
    library: library.value,
    portal: portal.value,
    publicLog: log.value,
  });
  if (!started.ok) {
    await closeAll({ ...running, drainMs: 0 });
    return started;
  }
  return ok({
    url: running.url,
    engine: database.engine,
    notices: [...database.notices, ...keys.value.notices, ...describe(running)],
    onFailure: (listener) => database.onFailure(listener),
    close: () => closeAll(running),
  });
}

/** The folder of keys lies beside the data folder unless it is named: where neither can be written, the data folder is what to mend. */
async function nameFirst<Refused>(configuration: Configuration, keys: Refused) {
  const opened = await openDatabase(databaseOptions(configuration));
  if (!opened.ok) return opened;
  await opened.value.close();
  return keys;
}

/** The database with whatever looks at it and at the process. */
async function watch(configuration: Configuration, opened: Database) {
  const telemetry = await openTelemetry({ ...configuration, version: VERSION });
  const database = observeDatabase(opened, telemetry);
  const halt = openHaltSwitch(database, configuration.haltFile);
  const readiness = makeReadiness(dependenciesOf(database, configuration.dataFolder));
  observeReadiness(telemetry, readiness, halt);
  const endObserving = observeProcess(telemetry, configuration.dataFolder);
  const last = [async () => endObserving(), telemetry.close, () => database.close()];
  const running: Running = { readiness, drainMs: configuration.drainSeconds * 1_000, last };
  return { telemetry, database, halt, readiness, running };
}

type Parts = Awaited<ReturnType<typeof watch>> & {
  readonly configuration: Configuration;
  readonly library: LibraryFile;
  /** Where the portal lies; a worker has none. */
  readonly portal: string | undefined;
  readonly publicLog: PublicLog | undefined;
};

/** Everything that the role asks for. What was started stands in `running`, also when this refuses half-way. */
async function startParts(parts: Parts): Promise<Result<null, Refusal>> {
  const { configuration, database, library, portal, publicLog, halt, readiness, telemetry, running } = parts;
  const { role, operations } = configuration;
  const settled = await settleKeys(database);
  if (!settled.ok) return settled;
  const seeded = await seedLibrary(database, library);
  if (!seeded.ok) return seeded;
  const platform = await openServerPlatform(database, {
    halt,
    egress: configuration.egress,
    sendsLetters: configuration.mail.by.kind === 'smtp',
  });
  if (!platform.ok) return platform;
  if (operations) {
    const served = await serveOperations(operations, { readiness, telemetry, halt, role });
    if (!served.ok) return served;
    running.operations = served.value;
  }
  if (portal !== undefined) {
    running.app = await createServer({
      ...{ configuration, database, library, platform: platform.value, version: VERSION },
      ...{ readiness, halt, telemetry, log: publicLog },
      loadPortal: () => loadPortal(portal, configuration.bodyLimitBytes),
    });
    const listening = await listen(running.app, configuration);
    if (!listening.ok) return listening;
    running.url = listening.value;
  }
  if (role === 'web') return ok(null);
  const log = (running.app ?? Fastify({ logger: logOptions(configuration.logLevel) })).log;
  const works = await startWorks({
    ...{ configuration, database, platform: platform.value, publicLog, telemetry, log },
  });
  if (works.ok) running.works = works.value;
  return works.ok ? ok(null) : works;
}

const describe = ({ operations }: Running): readonly string[] =>
  operations
    ? [`Metrics and health for operators: ${operations.url}/metrics, ${operations.url}/health/ready`]
    : [];
