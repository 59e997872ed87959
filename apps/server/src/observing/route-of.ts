import type { FastifyRequest } from 'fastify';

/** Where the portal leaves the name of the page that answered, on the raw request. */
type WithPage = { readonly testamurPage?: string };

/**
 * What was asked for, as we named it and not as the client wrote it: `/api/v1/schools/:id`, or `page /rules/[id]`. There are only so many of them,
 * and none holds anything of a person.
 */
export function routeOf(request: FastifyRequest): string {
  const page = (request.raw as WithPage).testamurPage;
  return page === undefined ? (request.routeOptions?.url ?? 'none') : `page ${page}`;
}
