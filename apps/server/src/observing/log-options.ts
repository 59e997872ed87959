import { placesOf } from '@testamur/adapters/threads';
import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import { coarsen } from './coarsen-address.ts';
import { routeOf } from './route-of.ts';

/** Names under which something about a person, or a secret, would stand if somebody ever logged a whole object. Pino removes them one and two levels deep. */
export const NEVER_LOGGED = [
  ...['headers', 'cookie', 'cookies', 'authorization', 'setCookie', 'set-cookie'],
  ...['url', 'originalUrl', 'query', 'params', 'body', 'payload', 'raw'],
  ...['password', 'secret', 'token', 'tokenHash', 'key', 'privateKey', 'assertion', 'code', 'link'],
  ...[
    'name',
    'displayName',
    'knownAs',
    'invitedAs',
    'mail',
    'email',
    'phone',
    'bornOn',
    'dossier',
    'message',
  ],
  ...['ip', 'ips', 'remoteAddress', 'hostname', 'userAgent'],
] as const;

const LEFT_OUT = '[left out]';
const paths = NEVER_LOGGED.flatMap((name) =>
  name.includes('-') ? [`["${name}"]`, `*["${name}"]`] : [name, `*.${name}`],
);

/**
 * Structured lines without personal data. A request is its route, never its address: an address may hold a secret or a name. Of an error only
 * its kind and the places it came through are written, for its message may quote what was sent.
 */
export function logOptions(
  level: string,
  stream?: { write(line: string): void },
): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    base: { pid: process.pid },
    serializers: {
      req: showRequest,
      res: ({ statusCode }) => ({ statusCode }),
      err: showError,
      error: showError,
    },
    hooks: { logMethod: sayNoMore },
    redact: { paths, censor: LEFT_OUT },
    ...(stream === undefined ? {} : { stream }),
  };
}

/** Fastify's own lines quote the address that was not found, and the message of an error. */
function sayNoMore(
  this: unknown,
  [first, said, ...rest]: readonly unknown[],
  write: (...args: never[]) => void,
): void {
  const args =
    typeof first === 'string'
      ? [quoteNothing(first), said]
      : [first, isMessageOf(first, said) ? 'failed' : said];
  write.apply(this, [...args, ...rest] as never[]);
}

const quoteNothing = (text: string): string => (/^Route .* not found$/.test(text) ? 'no such route' : text);

function isMessageOf(given: unknown, said: unknown): boolean {
  const { err = given } = (given ?? {}) as { readonly err?: unknown };
  return err instanceof Error && err.message === said;
}

function showRequest(request: FastifyRequest) {
  return { id: request.id, method: request.method, route: routeOf(request), from: coarsen(request.ip) };
}

function showError(error: unknown) {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
  const type = error instanceof Error ? error.name : typeof error;
  return {
    ...{ type, message: LEFT_OUT, stack: placesOf(error) },
    ...(code === undefined ? {} : { reason: code }),
  };
}
