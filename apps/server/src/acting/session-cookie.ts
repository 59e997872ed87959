import type { FastifyReply, FastifyRequest } from 'fastify';

/** With `__Host-` a browser takes the cookie over TLS only, for this host and every path (RFC 6265bis section 4.1.3.2). */
const SECURE = '__Host-testamur';
const PLAIN = 'testamur';

const isSecure = (origin: string): boolean => origin.startsWith('https:');
const nameFor = (origin: string): string => (isSecure(origin) ? SECURE : PLAIN);

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The token of the session, when the request carries one that could be ours. */
export function readSessionCookie(request: FastifyRequest, origin: string): string | undefined {
  const name = `${nameFor(origin)}=`;
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const token = pairs.find((pair) => pair.startsWith(name))?.slice(name.length);
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

type Kept = { readonly origin: string; readonly secret: string; readonly until: string | undefined };

/** Without `until` the cookie ends with the browser: on a computer that others use. */
export function setSessionCookie(reply: FastifyReply, { origin, secret, until }: Kept): void {
  const end = until === undefined ? '' : `; Expires=${new Date(until).toUTCString()}`;
  reply.header('set-cookie', `${nameFor(origin)}=${secret}${attributesFor(origin)}${end}`);
}

export function dropSessionCookie(reply: FastifyReply, origin: string): void {
  reply.header('set-cookie', `${nameFor(origin)}=${attributesFor(origin)}; Max-Age=0`);
}

const attributesFor = (origin: string): string =>
  `; Path=/; HttpOnly; SameSite=Lax${isSecure(origin) ? '; Secure' : ''}`;
