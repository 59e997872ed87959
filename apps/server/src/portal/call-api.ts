import type { FastifyInstance } from 'fastify';

/** Answers a request to our own API inside the process, for a page that is being rendered. */
export function callApiInProcess(app: FastifyInstance): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const body = request.body === null ? {} : { payload: Buffer.from(await request.arrayBuffer()) };
    const answer = await app.inject({
      method: request.method as 'GET',
      url: url.pathname + url.search,
      headers: { accept: 'application/json', ...pickHeader(request, 'content-type') },
      ...body,
    });
    return new Response(answer.rawPayload.length > 0 ? new Uint8Array(answer.rawPayload) : null, {
      status: answer.statusCode,
      headers: {
        'content-type': String(answer.headers['content-type'] ?? 'application/octet-stream'),
        // When to come back for what is still being worked out.
        ...(answer.headers['retry-after'] === undefined
          ? {}
          : { 'retry-after': String(answer.headers['retry-after']) }),
      },
    });
  };
}

function pickHeader(request: Request, name: string): Record<string, string> {
  const value = request.headers.get(name);
  return value === null ? {} : { [name]: value };
}
