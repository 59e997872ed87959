import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { HOOK_CERTIFICATE, HOOK_KEY } from './hook-receiver.ts';

export type IdentityProvider = {
  /** `https://hook.test:PORT`; the name leads nowhere by itself, and its certificate is `HOOK_CERTIFICATE`. */
  readonly issuer: string;
  /** Who sits before the browser from now on. */
  signInAs(accountId: string): void;
  close(): Promise<void>;
};

type Client = { readonly clientId: string; readonly clientSecret: string; readonly redirectUri: string };

/** A real provider of OpenID Connect on this machine, in which somebody is signed in and agrees to everything. PKCE is required. */
export async function startIdentityProvider(client: Client): Promise<IdentityProvider> {
  // It speaks as it is loaded, so that only those load it who want it.
  const { default: Provider } = await import('oidc-provider');
  let accountId = 'nobody';
  let answer: Parameters<typeof createServer>[1] = () => {};
  const server = createServer({ key: HOOK_KEY, cert: HOOK_CERTIFICATE }, (request, reply) =>
    answer?.(request, reply),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `https://hook.test:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: client.clientId, client_secret: client.clientSecret },
        ...{ redirect_uris: [client.redirectUri], response_types: ['code'] },
      },
    ],
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    cookies: { keys: ['for this test only'] },
  });
  const serve = provider.callback();
  const interact = async (...[request, reply]: Parameters<typeof serve>): Promise<void> => {
    const { prompt, params, grantId } = await provider.interactionDetails(request, reply);
    if (prompt.name === 'login')
      return provider.interactionFinished(request, reply, { login: { accountId } });
    const grant = grantId
      ? await provider.Grant.find(grantId)
      : new provider.Grant({ accountId, clientId: String(params['client_id']) });
    grant?.addOIDCScope('openid');
    return provider.interactionFinished(request, reply, { consent: { grantId: await grant?.save() } });
  };
  answer = (request, reply) =>
    void (request.url?.startsWith('/interaction/') ? interact(request, reply) : serve(request, reply));
  const signInAs = (id: string): void => {
    accountId = id;
  };
  return { issuer, signInAs, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
