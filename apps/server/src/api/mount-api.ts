import swagger from '@fastify/swagger';
import type { LibraryFile } from '@testamur/adapters/library';
import type { Database } from '@testamur/adapters/postgres';
import type { FastifyInstance } from 'fastify';
import { serveAssessment } from './assess.ts';
import { serveHealth } from './health.ts';
import { serveLaw } from './law.ts';
import { handleProblems, sendProblem } from './problems.ts';
import { readJsonStrictly } from './read-body.ts';
import { serveRegistry } from './registry.ts';

export type ApiOptions = {
  readonly database: Database;
  readonly library: LibraryFile;
  readonly version: string;
  /** The clock: milliseconds since 1970. */
  readonly now: () => number;
};

/** Everything below /api: registered with the prefix, with its own errors, body reader and 404. */
export async function mountApi(api: FastifyInstance, options: ApiOptions): Promise<void> {
  handleProblems(api);
  readJsonStrictly(api);
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Testamur',
        version: options.version,
        description:
          'From a medical qualification to verdicts with reasons. Nothing that is sent here is stored.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
    },
  });
  serveHealth(api, options.database);
  serveAssessment(api, options);
  serveLaw(api, options.library);
  serveRegistry(api, options.library, options.database);
  api.get('/openapi.json', { schema: { hide: true } }, () => api.swagger());
  // A not-found handler of this scope would lose to the portal's wildcard, so the rest of /api is a route.
  api.all('/*', { schema: { hide: true } }, (request, reply) =>
    sendProblem(reply, {
      code: 'HTTP_NOT_FOUND',
      message: `Nothing answers ${request.method} ${request.url.split('?')[0]}.`,
      hint: 'The addresses are listed in /api/openapi.json.',
    }),
  );
}
