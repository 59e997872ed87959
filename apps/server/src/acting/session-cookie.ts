import type { FastifyReply, FastifyRequest } from 'fastify';

/** Over TLS with `__Host-`: a browser takes it over TLS only, for this host and every path (RFC 6265bis section 4.1.3.2). */
const nameFor = (name: string, origin: string): string => (isSecure(origin) ? `__Host-${name}` : name);
const isSecure = (origin: string): boolean => origin.startsWith('https:');

const SESSION = 'testamur';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The secret of the cookie, when the request carries one that could be ours. */
export function readSecretCookie(request: FastifyRequest, name: string, origin: string): string | undefined {
  const begin = `${nameFor(name, origin)}=`;
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const token = pairs.find((pair) => pair.startsWith(begin))?.slice(begin.length);
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

type Kept = { readonly origin: string; readonly secret: string; readonly until: string | undefined };

/** Without `until` the cookie ends with the browser: on a computer that others use. */
export function setSecretCookie(reply: FastifyReply, name: string, { origin, secret, until }: Kept): void {
  const end = until === undefined ? '' : `; Expires=${new Date(until).toUTCString()}`;
  reply.header('set-cookie', `${nameFor(name, origin)}=${secret}${attributesFor(origin)}${end}`);
}

/** The token of the session. */
export const readSessionCookie = (request: FastifyRequest, origin: string): string | undefined =>
  readSecretCookie(request, SESSION, origin);

export const setSessionCookie = (reply: FastifyReply, kept: Kept): void =>
  setSecretCookie(reply, SESSION, kept);

export function dropSessionCookie(reply: FastifyReply, origin: string): void {
  reply.header('set-cookie', `${nameFor(SESSION, origin)}=${attributesFor(origin)}; Max-Age=0`);
}

const attributesFor = (origin: string): string =>
  `; Path=/; HttpOnly; SameSite=Lax${isSecure(origin) ? '; Secure' : ''}`;
