import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { err, ok, type Result } from '@testamur/engines/kernel';
import type { ServerProblem } from '../errors.ts';
import type { HaltSwitch } from '../halting/halt-switch.ts';
import type { Telemetry } from '../observing/open-telemetry.ts';
import type { Readiness } from './readiness.ts';

export type OperationsParts = {
  readonly readiness: Readiness;
  readonly telemetry: Telemetry;
  readonly halt: HaltSwitch;
  readonly role: string;
};

export type OperationsListener = { readonly url: string; close(): Promise<void> };

/**
 * A listener of its own for whoever runs this: `/metrics` in the format of Prometheus, `/health/live`, `/health/ready`. It asks nobody who they are,
 * so it belongs on an address that only operators reach.
 */
export async function serveOperations(
  at: { readonly host: string; readonly port: number },
  parts: OperationsParts,
): Promise<Result<OperationsListener, ServerProblem>> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    const answer = request.method === 'GET' ? ANSWERS[path] : undefined;
    if (answer === undefined) return void send(response, 404, 'text/plain', 'There is nothing here.\n');
    answer(parts, response).catch(() => send(response, 500, 'text/plain', 'It failed.\n'));
  });
  server.requestTimeout = 10_000;
  const problem = await listenOn(server, at);
  if (problem) return err(problem);
  const { port } = server.address() as AddressInfo;
  return ok({
    url: `http://${at.host.includes(':') ? `[${at.host}]` : at.host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

const ANSWERS: Readonly<Record<string, (parts: OperationsParts, response: ServerResponse) => Promise<void>>> =
  {
    '/metrics': async ({ telemetry }, response) =>
      send(response, 200, 'text/plain; version=0.0.4; charset=utf-8', await telemetry.collect()),
    '/health/live': async (_parts, response) => send(response, 200, 'application/json', '{"status":"alive"}'),
    '/health/ready': async ({ readiness, halt, role }, response) => {
      const report = await readiness.report();
      const halted = await halt.current();
      const body = { ...report, role, ...(halted === undefined ? {} : { halted }) };
      send(response, report.status === 'ready' ? 200 : 503, 'application/json', JSON.stringify(body));
    },
  };

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

function listenOn(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<ServerProblem | undefined> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve({
        code: 'SERVER_OPERATIONS_UNAVAILABLE',
        message: `The listener for operators cannot have ${host} port ${port} (${error.code}).`,
        hint: 'Set OPERATIONS_PORT to a free port and OPERATIONS_HOST to an address of this machine, or unset OPERATIONS_PORT.',
      }),
    );
    server.listen(port, host, () => resolve(undefined));
  });
}
