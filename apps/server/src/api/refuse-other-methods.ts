import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problems.ts';

/**
 * Remembers the routes that are made from now on; the function it gives back makes each of their addresses refuse every other method with
 * 405 and the list of those it takes (RFC 9110 section 15.5.6), before a body is read.
 */
export function refuseOtherMethods(api: FastifyInstance): () => void {
  const taken = new Map<string, Set<string>>();
  api.addHook('onRoute', ({ routePath, method }) => {
    const methods = taken.get(routePath) ?? new Set<string>();
    for (const each of [method].flat()) methods.add(each);
    taken.set(routePath, methods);
  });
  return () => {
    for (const [url, methods] of [...taken]) {
      const allow = [...methods].sort().join(', ');
      api.route({
        url,
        method: api.supportedMethods.filter((method) => !methods.has(method)),
        schema: { hide: true },
        // After the rate limit, which is an onRequest hook.
        preParsing: async (request, reply) => {
          reply.header('allow', allow);
          return sendProblem(reply, {
            code: 'HTTP_METHOD_NOT_ALLOWED',
            message: `This address does not answer ${request.method}.`,
            hint: `It answers ${allow}.`,
          });
        },
        handler: () => undefined,
      });
    }
  };
}
