import { ok } from '@testamur/engines/kernel';
import {
  addEndpoint,
  CHANNELS,
  changeEndpoint,
  listDeliveries,
  listEndpoints,
  listNotices,
  listPreferences,
  resendDelivery,
  rotateSecret,
  SWITCHABLE_KINDS,
  setPreference,
} from '@testamur/services/messaging';
import { Type } from 'typebox';
import { type Route, route } from '../../acting/route.ts';
import { closed, Instant, Uuid } from './shapes.ts';

const tags = ['messages'];
const Kind = Type.Union(SWITCHABLE_KINDS.map((kind) => Type.Literal(kind)));
const Channel = Type.Union(CHANNELS.map((channel) => Type.Literal(channel)));
const Preference = closed({ kind: Kind, channel: Channel, isWanted: Type.Boolean() });
const Kinds = Type.Array(Type.String(), { minItems: 1, maxItems: 100 });
const Secret = closed({ secret: Type.String() });
const House = { organisation: Uuid };
const Endpoint = { ...House, endpoint: Uuid };

const preferences = route({
  method: 'GET',
  url: '/account/preferences',
  acts: ['messaging.list-preferences'],
  ...{ summary: 'What one wants to be told, and where', tags, answer: Type.Array(Preference) },
  perform: ({ platform, request }) => listPreferences(platform, request),
});

const prefer = route({
  method: 'PUT',
  url: '/account/preferences',
  acts: ['messaging.set-preference'],
  ...{ summary: 'Say whether one wants to be told of something', tags, body: Preference },
  perform: ({ platform, request, body }) => setPreference(platform, request, body),
});

const notices = route({
  method: 'GET',
  url: '/account/notices',
  acts: ['messaging.list-notices'],
  ...{ summary: 'The notices to oneself, the newest first', tags },
  answer: Type.Array(closed({ messageId: Uuid, organisation: Uuid, kind: Type.String(), at: Instant })),
  perform: ({ platform, request }) => listNotices(platform, request),
});

const endpoints = route({
  method: 'GET',
  url: '/organisations/:organisation/endpoints',
  acts: ['messaging.list-endpoints'],
  ...{ summary: 'The addresses that are told of acts of the organisation', tags, params: closed(House) },
  answer: Type.Array(
    closed({
      ...{ endpointId: Uuid, url: Type.String(), kinds: Type.Array(Type.String()) },
      ...{ createdBy: Uuid, createdAt: Instant, failingSince: Type.Optional(Instant) },
      ...{ disabledAt: Type.Optional(Instant), disabledWhy: Type.Optional(Type.String()) },
    }),
  ),
  perform: async ({ platform, request }) => {
    const listed = await listEndpoints(platform, request);
    return listed.ok ? ok(listed.value.map(said)) : listed;
  },
});

const add = route({
  method: 'POST',
  url: '/organisations/:organisation/endpoints',
  acts: ['messaging.add-endpoint'],
  ...{
    summary: 'Name an address that is told of acts; its secret is shown once',
    tags,
    params: closed(House),
  },
  body: closed({ url: Type.String({ maxLength: 2_000 }), kinds: Kinds }),
  answer: closed({ endpointId: Uuid, secret: Type.String() }),
  perform: ({ platform, request, body }) => addEndpoint(platform, request, body),
});

const change = route({
  method: 'PUT',
  url: '/organisations/:organisation/endpoints/:endpoint',
  acts: ['messaging.change-endpoint'],
  ...{ summary: 'Choose of which acts it is told, stop it, or let it be told again', tags },
  params: closed(Endpoint),
  body: closed({
    kinds: Type.Optional(Kinds),
    state: Type.Optional(Type.Union([Type.Literal('working'), Type.Literal('stopped')])),
  }),
  perform: ({ platform, request, params, body }) =>
    changeEndpoint(platform, request, { endpointId: params.endpoint, ...body }),
});

const rotate = route({
  method: 'POST',
  url: '/organisations/:organisation/endpoints/:endpoint/secret',
  acts: ['messaging.rotate-secret'],
  ...{ summary: 'Give it a new secret; the earlier one signs too for a day', tags, answer: Secret },
  params: closed(Endpoint),
  perform: ({ platform, request, params }) => rotateSecret(platform, request, params.endpoint),
});

const deliveries = route({
  method: 'GET',
  url: '/organisations/:organisation/endpoints/:endpoint/deliveries',
  acts: ['messaging.list-deliveries'],
  ...{ summary: 'What it was told, and what became of it', tags, params: closed(Endpoint) },
  answer: Type.Array(
    closed({
      ...{ messageId: Uuid, kind: Type.String(), createdAt: Instant, attempts: Type.Integer() },
      ...{ triedAt: Type.Optional(Instant), sentAt: Type.Optional(Instant) },
      ...{ failedAt: Type.Optional(Instant), withheldAt: Type.Optional(Instant) },
      lastError: Type.Optional(Type.String()),
    }),
  ),
  perform: async ({ platform, request, params }) => {
    const listed = await listDeliveries(platform, request, params.endpoint);
    return listed.ok ? ok(listed.value.map(said)) : listed;
  },
});

const resend = route({
  method: 'POST',
  url: '/organisations/:organisation/deliveries/:message/again',
  acts: ['messaging.resend-delivery'],
  ...{ summary: 'Send a delivery again, under the id that it had', tags },
  params: closed({ ...House, message: Uuid }),
  perform: ({ platform, request, params }) => resendDelivery(platform, request, params.message),
});

/** What is not known is left out. */
const said = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));

export const MESSAGE_ROUTES: readonly Route[] = [
  ...[preferences, prefer, notices],
  ...[endpoints, add, change, rotate, deliveries, resend],
];
