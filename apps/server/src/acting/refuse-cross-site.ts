import type { Problem } from '@testamur/engines/kernel';
import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Another site must not act with the cookie of whoever visits it. Browsers say where a request comes from (`Sec-Fetch-Site`, else `Origin`);
 * what says neither and carries a cookie is refused, what carries none is a program and acts for nobody.
 */
export function refuseCrossSite(request: FastifyRequest, origin: string): Problem | undefined {
  // What carries a token was made by a program: no browser adds one by itself.
  if (SAFE.has(request.method) || request.headers.authorization !== undefined) return undefined;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' ? undefined : crossSite();
  const from = request.headers.origin;
  if (from !== undefined) return from === origin ? undefined : crossSite();
  return request.headers.cookie === undefined ? undefined : crossSite();
}

const crossSite = (): Problem => ({
  code: 'HTTP_CROSS_SITE',
  message: 'This came from another site, so nothing was done.',
  hint: 'Open Testamur itself and do it there.',
});
