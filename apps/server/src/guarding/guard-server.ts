import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { PROBLEM_MEDIA_TYPE, toProblemDocument } from '@testamur/adapters/http';
import { type ConnectionLimits, limitConnections } from './limit-connections.ts';
import { setSecurityHeaders } from './response-headers.ts';
import { type LoadLimits, shedLoad } from './shed-load.ts';

/** What slow, silent and many clients are given. Times in milliseconds. */
export type ServerLimits = ConnectionLimits &
  LoadLimits & {
    /** From the first byte of a request to the end of its headers. */
    readonly headersMs: number;
    /** To the end of its body. */
    readonly requestMs: number;
    /** Without a byte in either direction: a client that went away without a word, or reads nothing. */
    readonly silenceMs: number;
    readonly keepAliveMs: number;
    /** How often the times above are looked at. */
    readonly lookEveryMs: number;
    readonly headerBytes: number;
    /** Below it nothing is refused for load: whoever watches over the server must hear an answer. */
    readonly neverRefused: string;
  };

export const LIMITS = {
  most: 4_096,
  mostPerAddress: 256,
  mostTurnMs: 50,
  fewInFlight: 32,
  mostInFlight: 160,
  headersMs: 10_000,
  requestMs: 30_000,
  silenceMs: 60_000,
  keepAliveMs: 72_000,
  lookEveryMs: 1_000,
  headerBytes: 16_384,
} as const;

/** The HTTP server below Fastify: it gives every answer its headers, cuts slow clients off, and refuses what it cannot answer in time. */
export function guardServer(handler: RequestListener, limits: ServerLimits): Server {
  const shedder = shedLoad(limits);
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: limits.lookEveryMs,
      maxHeaderSize: limits.headerBytes,
      // RFC 9112 section 6.3: two readings of one length are how a request is smuggled in.
      insecureHTTPParser: false,
    },
    (request, response) => {
      setSecurityHeaders(response);
      if (request.url?.startsWith(limits.neverRefused) === true) return handler(request, response);
      if (shedder.refuses()) return refuse(response, request.method === 'HEAD');
      response.once('close', shedder.ended);
      handler(request, response);
    },
  );
  server.setTimeout(limits.silenceMs);
  limitConnections(server, limits);
  return server;
}

const OVERLOADED = Buffer.from(
  JSON.stringify(
    toProblemDocument([
      {
        code: 'HTTP_OVERLOADED',
        message: 'More is asked at the moment than can be answered; nothing was changed.',
        hint: 'Try again after the seconds of the header Retry-After.',
      },
    ]),
  ),
);
/** Spread, so that those who were refused together do not come back together. */
const COME_BACK_AFTER = ['2', '3', '4', '5'] as const;
let refused = 0;

function refuse(response: ServerResponse, isHead: boolean): void {
  refused += 1;
  response.writeHead(503, {
    'content-type': PROBLEM_MEDIA_TYPE,
    'content-length': OVERLOADED.length,
    'cache-control': 'no-store',
    'retry-after': COME_BACK_AFTER[refused % COME_BACK_AFTER.length] ?? '5',
  });
  response.end(isHead ? undefined : OVERLOADED);
}
