import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A certificate that names `hook.test` and that nobody trusts; the key opens nothing else. For tests only. */
export const HOOK_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBlTCCATugAwIBAgIUfqwNpBUfsGFOw+zLjfq76FVjLK4wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJaG9vay50ZXN0MCAXDTI2MTEyMjIwNDE1NFoYDzIxMjYxMDI5
MjA0MTU0WjAUMRIwEAYDVQQDDAlob29rLnRlc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAR6J45NvynKjf3FzggLWI9Baa8eTNR4mR3wiBEnzMhZZmdPDSaBHCpB
XYdVLa8ozDJzCUOZRkiQ9wO0OazuxI7eo2kwZzAdBgNVHQ4EFgQUox3XzMMxK2Ep
boiiLgE+pSjnt/4wHwYDVR0jBBgwFoAUox3XzMMxK2EpboiiLgE+pSjnt/4wDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglob29rLnRlc3QwCgYIKoZIzj0EAwID
SAAwRQIhALMda/4o6eoUM6if1NVVhJYzQwHuooPPuUTA2YHCjiQTAiAywFmqjucY
pUh4HjVQ6ToiApFETLK+fiVbMaJJ+whzkw==
-----END CERTIFICATE-----
`;
export const HOOK_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgt3fQJ89vlRXDCPz4
Aviquj6Ky0tcArCeeWDTSEdYQgKhRANCAAR6J45NvynKjf3FzggLWI9Baa8eTNR4
mR3wiBEnzMhZZmdPDSaBHCpBXYdVLa8ozDJzCUOZRkiQ9wO0OazuxI7e
-----END PRIVATE KEY-----
`;

export type Received = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
};
export type HookReceiver = {
  /** `https://hook.test:PORT/`; the name leads nowhere by itself. */
  readonly url: string;
  readonly received: readonly Received[];
  /** What is answered from now on. */
  answer(status: number, body?: string, headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
};

/** Somebody who is told of things over https, on this machine. */
export async function startHookReceiver(): Promise<HookReceiver> {
  const received: Received[] = [];
  let now: { status: number; body: string; headers: Readonly<Record<string, string>> } = {
    status: 200,
    body: '',
    headers: {},
  };
  const server = createServer({ key: HOOK_KEY, cert: HOOK_CERTIFICATE }, (request, reply) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [
          name,
          Array.isArray(value) ? value[0] : value,
        ]),
      );
      received.push({ headers, body });
      reply.writeHead(now.status, now.headers).end(now.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://hook.test:${(server.address() as AddressInfo).port}/`,
    received,
    answer: (status, body = '', headers = {}) => {
      now = { status, body, headers };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
