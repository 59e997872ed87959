import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Deployment = {
  readonly url: string;
  /** From now on another version answers: its service worker has another name, and no file of this one is there any more. */
  replace(): void;
  stop(): Promise<void>;
};

/** Stands before the product, so that one build can be replaced by the next. */
export async function startDeployment(target: string): Promise<Deployment> {
  let isReplaced = false;
  const server = createServer(async (asked, answer) => {
    const path = asked.url ?? '/';
    if (isReplaced && path.includes('/_app/immutable/')) return answer.writeHead(404).end();
    const own = await fetch(new URL(path, target), { redirect: 'manual' });
    const body = Buffer.from(await own.arrayBuffer());
    const headers = Object.fromEntries(
      [...own.headers].filter(
        ([name]) => !/^(content-encoding|content-length|connection|transfer-encoding)$/.test(name),
      ),
    );
    const isWorker = path.endsWith('/service-worker.js');
    answer.writeHead(own.status, headers);
    answer.end(isWorker && isReplaced ? renamed(body.toString('utf8')) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    replace: () => {
      isReplaced = true;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A build names its version by the moment it was made. */
function renamed(worker: string): string {
  const later = worker.replace(/`\d{13}`/g, '`9999999999999`');
  if (later === worker) throw new Error('The service worker names no version.');
  return later;
}
