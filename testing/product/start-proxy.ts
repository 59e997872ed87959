import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ReverseProxy = { readonly url: string; readonly host: string; stop(): Promise<void> };

/** A reverse proxy as an operator would put in front: it passes the path unchanged and says who asked for what. */
export async function startProxy(
  target: string,
  headers: (host: string) => IncomingHttpHeaders,
): Promise<ReverseProxy> {
  const server = createServer((incoming, outgoing) => {
    const host = incoming.headers.host ?? '';
    const onward = request(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method, headers: { ...incoming.headers, host: 'inside', ...headers(host) } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
