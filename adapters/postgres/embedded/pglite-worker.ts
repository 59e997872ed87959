/**
 * The embedded database, alone in its thread: a query occupies the thread that runs it, so that must not be the one that answers requests.
 * Started as a file of its own (the door `@testamur/adapters/pglite-worker`), because loaders do not reach into workers on Node 20.
 */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages.ts';

const port = parentPort;
if (!port) throw new Error('pglite-worker runs as a worker thread only');
const settings = workerData as WorkerSettings;

function say(message: FromWorker): void {
  port?.postMessage(message);
}

async function open(): Promise<PGlite> {
  const image = settings.image === undefined ? {} : { loadDataDir: new Blob([readFileSync(settings.image)]) };
  return PGlite.create(settings.directory, image);
}

/** A connection may have died inside a transaction or left settings behind; there is only one session to inherit them. */
async function resetSession(database: PGlite): Promise<void> {
  await database.exec('ROLLBACK');
  await database.exec('DISCARD ALL');
}

async function handle(database: PGlite, message: ToWorker): Promise<void> {
  if (message.kind === 'message') {
    const bytes = await database.execProtocolRaw(message.bytes);
    say({ kind: 'answer', bytes });
    return;
  }
  if (message.kind === 'session') {
    await resetSession(database);
    return;
  }
  await database.close();
  say({ kind: 'closed' });
  port?.close();
}

try {
  const database = await open();
  let queue = Promise.resolve();
  port.on('message', (message: ToWorker) => {
    queue = queue.then(() => handle(database, message));
    // An exception here is a broken engine, not a failed query: end the thread, so that the stream rejects what waits.
    queue.catch((error: unknown) => {
      console.error('The embedded database failed:', error);
      process.exit(1);
    });
  });
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  port.close();
}
