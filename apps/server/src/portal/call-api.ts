import type { FastifyInstance } from 'fastify';
import { callInProcess } from '../acting/in-process.ts';

/** Answers a request to our own API inside the process, for a page that is being rendered. */
export function callApiInProcess(app: FastifyInstance): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const body = request.body === null ? {} : { payload: Buffer.from(await request.arrayBuffer()) };
    const address = request.headers.get('x-testamur-address') ?? '127.0.0.1';
    const answer = await callInProcess({ origin: url.origin, address }, async () =>
      app.inject({
        method: request.method as 'GET',
        url: url.pathname + url.search,
        headers: { accept: 'application/json', host: url.host, ...pickHeaders(request) },
        ...body,
      }),
    );
    return new Response(answer.rawPayload.length > 0 ? new Uint8Array(answer.rawPayload) : null, {
      status: answer.statusCode,
      headers: PASSED_BACK.flatMap((name) =>
        [answer.headers[name] ?? []].flat().map((value): [string, string] => [name, String(value)]),
      ),
    });
  };
}

const PASSED_ON = ['content-type', 'cookie', 'user-agent', 'sec-fetch-site'] as const;
/** When to come back for what is still being worked out; what the browser is to keep or to forget. */
const PASSED_BACK = ['content-type', 'retry-after', 'set-cookie', 'clear-site-data'] as const;

function pickHeaders(request: Request): Record<string, string> {
  const values = PASSED_ON.map((name) => [name, request.headers.get(name)] as const);
  return Object.fromEntries(
    values.filter((pair): pair is [(typeof PASSED_ON)[number], string] => pair[1] !== null),
  );
}
