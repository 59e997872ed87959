import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerServices } from '@testamur/portal/server-services';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export type NodeHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** Names that no proxy and no client knows: what they carry is overwritten on each request. */
const ORIGIN_HEADERS = {
  protocol: 'x-testamur-protocol',
  host: 'x-testamur-host',
  address: 'x-testamur-address',
} as const;

/** Loads the built portal. Its environment is read at import, so it is set before. */
export async function loadPortal(handlerFile: string, bodyLimitBytes: number): Promise<NodeHandler> {
  process.env.PROTOCOL_HEADER = ORIGIN_HEADERS.protocol;
  process.env.HOST_HEADER = ORIGIN_HEADERS.host;
  process.env.ADDRESS_HEADER = ORIGIN_HEADERS.address;
  process.env.BODY_SIZE_LIMIT = String(bodyLimitBytes);
  const portal = (await import(handlerFile)) as { handler: NodeHandler };
  return portal.handler;
}

/** Gives every request that is not the API's to the portal, in this process. */
export async function mountPortal(
  app: FastifyInstance,
  options: { readonly handler: NodeHandler; readonly services: ServerServices; readonly path: string },
): Promise<void> {
  // The portal reads bodies itself: Fastify must leave the stream alone.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.all(options.path, { schema: { hide: true }, config: { rateLimit: false } }, (request, reply) => {
    reply.hijack();
    describeOrigin(request);
    Object.assign(request.raw, { testamurServices: options.services });
    options.handler(request.raw, reply.raw, () => {
      reply.raw.statusCode = 404;
      reply.raw.end();
    });
  });
}

/** What Fastify believes about the origin (it knows which proxies to trust) is what the portal shall believe. */
function describeOrigin(request: FastifyRequest): void {
  request.raw.headers[ORIGIN_HEADERS.protocol] = request.protocol;
  request.raw.headers[ORIGIN_HEADERS.host] = request.host;
  request.raw.headers[ORIGIN_HEADERS.address] = request.ip;
}
