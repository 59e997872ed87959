import { randomUUID } from 'node:crypto';
import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { LibraryFile } from '@testamur/adapters/library';
import type { Database } from '@testamur/adapters/postgres';
import Fastify, { type FastifyInstance } from 'fastify';
import { inProcessCall } from './acting/in-process.ts';
import type { ServerPlatform } from './acting/server-platform.ts';
import { startJudge } from './api/judge.ts';
import { mountApi } from './api/mount-api.ts';
import { ProblemError, sendProblem } from './api/problems.ts';
import { serveTokens } from './api/v1/oauth-token.ts';
import type { Configuration } from './configuration.ts';
import { guardServer, LIMITS } from './guarding/guard-server.ts';
import { transportPolicy } from './guarding/response-headers.ts';
import { serveSecurityText } from './guarding/security-text.ts';
import type { HaltSwitch } from './halting/halt-switch.ts';
import type { PublicLog } from './log/open-public-log.ts';
import { serveLog } from './log/serve-log.ts';
import { logOptions } from './observing/log-options.ts';
import { observeRequests } from './observing/observe-requests.ts';
import type { Telemetry } from './observing/open-telemetry.ts';
import { callApiInProcess } from './portal/call-api.ts';
import { mountPortal, type NodeHandler } from './portal/mount-portal.ts';
import type { Readiness } from './readiness/readiness.ts';

export type ServerParts = {
  readonly configuration: Configuration;
  readonly database: Database;
  readonly library: LibraryFile;
  readonly platform: ServerPlatform;
  readonly version: string;
  /** Absent where no key is configured. */
  readonly log: PublicLog | undefined;
  readonly readiness: Readiness;
  readonly halt: HaltSwitch;
  readonly telemetry: Telemetry;
  /** For tests: where the log goes instead of standard output. */
  readonly logStream?: { write(line: string): void };
  /** Gives the portal's handler; without it only the API is served. */
  readonly loadPortal: ((app: FastifyInstance) => Promise<NodeHandler>) | undefined;
};

const MALFORMED_ADDRESS = {
  code: 'HTTP_URL_MALFORMED',
  message: 'The address cannot be read.',
  hint: 'Write each % of the address as %25, or encode the address whole.',
} as const;

/** Puts the parts together; nothing listens yet. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { configuration } = parts;
  const app = Fastify({
    logger: logOptions(configuration.logLevel, parts.logStream),
    bodyLimit: configuration.bodyLimitBytes,
    trustProxy: configuration.trustedProxies.length > 0 ? [...configuration.trustedProxies] : false,
    forceCloseConnections: 'idle',
    serverFactory: (handler) => guardServer(handler, limitsFor(configuration)),
    // Random, so that the id of a request means something across restarts and machines.
    genReqId: () => randomUUID(),
    frameworkErrors: (_error, _request, reply) => void sendProblem(reply, MALFORMED_ADDRESS),
  });
  keepToHttps(app, configuration.basePath);
  observeRequests(app, parts.telemetry);
  await app.register(rateLimit, {
    max: configuration.requestsPerMinute,
    timeWindow: '1 minute',
    // A page that is being made asks for whoever asked for it.
    keyGenerator: (request) => normalizeIP(inProcessCall()?.address ?? request.ip),
    errorResponseBuilder: (_request, context) =>
      new ProblemError({
        code: 'HTTP_RATE_LIMITED',
        message: `More than ${context.max} requests came from this address within a minute.`,
        hint: `Wait ${context.after} and try again.`,
      }),
  });
  const judge = startJudge((where) => app.log.error({ where }, 'a judgement failed'));
  const { requestsPerMinute, publicOrigin, egress } = configuration;
  await app.register(
    async (api) => mountApi(api, { ...parts, judge, egress, requestsPerMinute, publicOrigin, now: Date.now }),
    {
      prefix: `${configuration.basePath}/api`,
    },
  );
  const { platform, log } = parts;
  if (log)
    await app.register(async (scope) => serveLog(scope, log), { prefix: `${configuration.basePath}/log` });
  serveTokens(app, { platform, publicOrigin, now: Date.now, basePath: configuration.basePath });
  serveSecurityText(app, configuration);
  if (parts.loadPortal) await addPortal(app, await parts.loadPortal(app), parts);
  return app;
}

function limitsFor({ basePath, trustedProxies }: Configuration) {
  const neverRefused = `${basePath}/api/health/`;
  // A proxy has one address for all who come through it, and limits of its own for theirs.
  return trustedProxies.length > 0
    ? { ...LIMITS, mostPerAddress: undefined, neverRefused }
    : { ...LIMITS, neverRefused };
}

/** On the raw response, so that pages have it too. */
function keepToHttps(app: FastifyInstance, basePath: string): void {
  const policy = transportPolicy(basePath);
  app.addHook('onRequest', async (request, reply) => {
    if (request.protocol === 'https') reply.raw.setHeader('strict-transport-security', policy);
  });
}

async function addPortal(app: FastifyInstance, handler: NodeHandler, parts: ServerParts): Promise<void> {
  const { basePath } = parts.configuration;
  const services = {
    callApi: callApiInProcess(app),
    library: parts.library,
    tellFault: (error: unknown) => app.log.error({ err: error }, 'a page could not be made'),
  };
  await app.register(async (scope) => mountPortal(scope, { handler, services, path: `${basePath}/*` }));
  if (basePath === '') return;
  app.get(basePath, { schema: { hide: true } }, (_request, reply) => reply.redirect(`${basePath}/`, 308));
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect(`${basePath}/`, 302));
}
