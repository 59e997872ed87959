import { ok } from '@testamur/engines/kernel';
import {
  beginWithProvider,
  endProvider,
  linkIdentity,
  listIdentities,
  listProviders,
  setProvider,
  signInWithIdentity,
  unlinkIdentity,
} from '@testamur/services/identifying';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { nameDevice } from '../../acting/device-name.ts';
import { PROVIDER_MINUTES, readProviderCookie, setProviderCookie } from '../../acting/provider-cookie.ts';
import { type Call, type Route, route } from '../../acting/route.ts';
import { keepSession } from './keep-session.ts';
import { signInNeeded } from './session.ts';
import { closed, Instant, Uuid } from './shapes.ts';

const tags = ['session'];
const perMinute = 20;
const House = closed({ organisation: Uuid });
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const Query = Text(8_192);
const Address = closed({ address: Type.String() });

/** The page to which a provider sends the browser back; an administrator names it to the provider. */
const redirectUriOf = (http: FastifyRequest, origin: string): string => {
  const address = http.routeOptions.url ?? '';
  return `${origin}${address.slice(0, Math.max(0, address.indexOf('/api/v1/')))}/sign-in/provider`;
};

const show = route({
  method: 'GET',
  url: '/organisations/:organisation/identity-providers',
  acts: ['identifying.list-providers'],
  ...{ summary: 'With which provider the organisation signs its people in', tags, params: House },
  answer: Type.Array(closed({ issuer: Type.String(), clientId: Type.String(), setAt: Instant })),
  perform: ({ platform, request }) => listProviders(platform, request),
});

const set = route({
  method: 'PUT',
  url: '/organisations/:organisation/identity-providers',
  acts: ['identifying.set-provider'],
  ...{ summary: 'Name the provider (OpenID Connect) with which people may sign in', tags, params: House },
  body: closed({ issuer: Text(500), clientId: Text(500), clientSecret: Text(500) }),
  answer: closed({ providerId: Uuid, redirectUri: Type.String() }),
  perform: async ({ platform, request, body, http, origin }) => {
    const made = await setProvider(platform, request, body);
    return made.ok ? ok({ ...made.value, redirectUri: redirectUriOf(http, origin) }) : made;
  },
});

const end = route({
  method: 'DELETE',
  url: '/organisations/:organisation/identity-providers',
  acts: ['identifying.end-provider'],
  ...{ summary: 'Let nobody sign in with that provider any more', tags, params: House },
  perform: ({ platform, request }) => endProvider(platform, request),
});

type Begun = { readonly organisation: string; readonly purpose: 'sign-in' | 'link' };

async function begin({ platform, request, origin, http, reply }: Call, { organisation, purpose }: Begun) {
  const secret = platform.newSecret();
  const begun = await beginWithProvider(platform, request, {
    ...{ organisation, purpose, browserSecret: secret, redirectUri: redirectUriOf(http, origin) },
  });
  const until = new Date(Date.parse(request.at) + PROVIDER_MINUTES * 60_000).toISOString();
  if (begun.ok) setProviderCookie(reply, { origin, secret, until });
  return begun;
}

const beginSignIn = route({
  method: 'POST',
  url: '/session/provider/begin',
  acts: ['identifying.find-provider'],
  ...{ summary: 'Where one signs in with the provider of an organisation', tags, perMinute },
  ...{ body: House, answer: Address },
  perform: (call) =>
    begin(
      { ...call, request: { ...call.request, actor: { kind: 'anonymous' } } },
      {
        ...{ organisation: call.body.organisation, purpose: 'sign-in' },
      },
    ),
});

const signIn = route({
  method: 'POST',
  url: '/session/provider',
  acts: ['identifying.find-provider', 'identifying.sign-in-with-identity'],
  ...{ summary: 'Sign in with what the provider of an organisation sent back', tags, perMinute },
  body: closed({ query: Query, isShared: Type.Boolean() }),
  answer: closed({ personId: Uuid }),
  perform: async ({ platform, request, origin, http, reply, body: { query, isShared } }) => {
    const place = { device: nameDevice(http.headers['user-agent']), isShared };
    const browserSecret = readProviderCookie(http, origin);
    const nobody = { ...request, actor: { kind: 'anonymous' } as const };
    const signedIn = await signInWithIdentity(platform, nobody, {
      ...{ query, browserSecret, redirectUri: redirectUriOf(http, origin), place },
    });
    return signedIn.ok ? keepSession(reply, { origin, isShared, signedIn: signedIn.value }) : signedIn;
  },
});

const beginLink = route({
  method: 'POST',
  url: '/account/identities/begin',
  acts: ['identifying.find-provider'],
  ...{ summary: 'Where one proves an account at an organisation’s provider, to link it', tags, perMinute },
  ...{ body: House, answer: Address },
  perform: (call) => begin(call, { organisation: call.body.organisation, purpose: 'link' }),
});

const link = route({
  method: 'POST',
  url: '/account/identities',
  acts: ['identifying.find-provider', 'identifying.link-identity'],
  ...{ summary: 'Link an account at an organisation’s provider with one’s own', tags, perMinute },
  body: closed({ query: Query }),
  answer: closed({ identityId: Uuid }),
  perform: async ({ platform, request, session, origin, http, body: { query } }) =>
    session
      ? linkIdentity(platform, request, {
          ...{ query, redirectUri: redirectUriOf(http, origin) },
          browserSecret: readProviderCookie(http, origin),
        })
      : signInNeeded(),
});

const identities = route({
  method: 'GET',
  url: '/account/identities',
  acts: ['identifying.list-identities'],
  ...{ summary: 'The accounts at providers with which one signs in', tags },
  answer: Type.Array(closed({ identityId: Uuid, issuer: Type.String(), linkedAt: Instant })),
  perform: ({ platform, request }) => listIdentities(platform, request),
});

const unlink = route({
  method: 'DELETE',
  url: '/account/identities/:identity',
  acts: ['identifying.unlink-identity'],
  ...{ summary: 'Let an account at a provider sign in no more', tags, params: closed({ identity: Uuid }) },
  perform: ({ platform, request, params }) => unlinkIdentity(platform, request, params.identity),
});

export const PROVIDER_ROUTES: readonly Route[] = [
  ...[show, set, end, beginSignIn, signIn],
  ...[beginLink, link, identities, unlink],
];
