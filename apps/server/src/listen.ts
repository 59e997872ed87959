import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { err, ok, type Result } from '@testamur/engines/kernel';
import type { FastifyInstance } from 'fastify';
import type { Configuration } from './configuration.ts';
import type { ServerProblem } from './errors.ts';

/** Begins to listen; the address under which a browser on this machine finds us, or why not. */
export async function listen(
  app: FastifyInstance,
  configuration: Configuration,
): Promise<Result<string, ServerProblem>> {
  const { host, port, basePath } = configuration;
  try {
    await app.listen({ host, port });
  } catch (error) {
    const problem = await describeListenError(error as NodeJS.ErrnoException, configuration);
    if (problem) return err(problem);
    throw error;
  }
  const address = app.server.address() as AddressInfo;
  return ok(`http://${nameForBrowser(host)}:${address.port}${basePath}/`);
}

function nameForBrowser(host: string): string {
  if (['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function describeListenError(
  error: NodeJS.ErrnoException,
  { host, port }: Configuration,
): Promise<ServerProblem | undefined> {
  if (error.code === 'EADDRINUSE') {
    const free = await findFreePort(host);
    return {
      code: 'SERVER_PORT_TAKEN',
      message: `Port ${port} is taken by another program.`,
      hint: `Stop that program, or choose a free port: PORT=${free} npm start`,
    };
  }
  if (error.code === 'EACCES') {
    return {
      code: 'SERVER_PORT_FORBIDDEN',
      message: `This user may not listen on port ${port}.`,
      hint: 'Choose a port above 1023, such as PORT=8080, and put a proxy in front of it.',
    };
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return {
      code: 'SERVER_ADDRESS_UNAVAILABLE',
      message: `HOST=${host} is not an address of this machine.`,
      hint: 'Use HOST=127.0.0.1 for this machine only, or HOST=0.0.0.0 for every network it is on.',
    };
  }
  return undefined;
}

function findFreePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
