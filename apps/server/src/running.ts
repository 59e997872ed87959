import type { FastifyInstance } from 'fastify';
import type { Readiness } from './readiness/readiness.ts';
import type { OperationsListener } from './readiness/serve-operations.ts';
import type { RunningWork } from './working/work.ts';

/** What has been started so far, and so must be stopped. */
export type Running = {
  readonly readiness: Readiness;
  readonly drainMs: number;
  /** What is closed when nothing runs any more, in this order. */
  readonly last: readonly (() => Promise<void>)[];
  app?: FastifyInstance;
  url?: string;
  works?: RunningWork;
  operations?: OperationsListener;
};

/** Readiness first, so that whoever shares out requests looks elsewhere; then the listeners and the work; the database last. */
export async function closeAll({ app, works, operations, readiness, drainMs, last }: Running): Promise<void> {
  readiness.drain();
  if (drainMs > 0) await new Promise((resolve) => setTimeout(resolve, drainMs));
  await Promise.all([works?.stop(), app && closeListener(app)]);
  await operations?.close();
  for (const close of last) await close();
}

/** Running requests get this long; then a client that never finishes is cut off. */
const GRACE_MS = 10_000;

async function closeListener(app: FastifyInstance): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), 100);
  const cutOff = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  await app.close();
  clearInterval(idle);
  clearTimeout(cutOff);
}
