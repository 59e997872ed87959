import { ok } from '@testamur/engines/kernel';
import { listOwnEvents } from '@testamur/services/auditing';
import { actorOf } from '@testamur/services/authorising';
import {
  addPasskey,
  listPasskeys,
  listSessions,
  removePasskey,
  revokeSession,
} from '@testamur/services/identifying';
import { showOrganisation } from '@testamur/services/institutions';
import { correctProfile, listMemberships, showProfile } from '@testamur/services/people';
import { Type } from 'typebox';
import { type Route, route } from '../../acting/route.ts';
import { closed, Instant, Line, Mail, Uuid, WebAuthn } from './shapes.ts';

const tags = ['account'];

const profile = route({
  method: 'GET',
  url: '/account/profile',
  acts: ['people.show-profile'],
  ...{ summary: 'One’s own record', tags },
  answer: closed({ personId: Uuid, displayName: Line, language: Line, mail: Type.Optional(Mail) }),
  perform: ({ platform, request }) => showProfile(platform, request),
});

const correct = route({
  method: 'PUT',
  url: '/account/profile',
  acts: ['people.correct-profile'],
  ...{ summary: 'Correct one’s own record', tags },
  body: closed({
    personId: Uuid,
    displayName: Line,
    language: Type.String({ maxLength: 35 }),
    mail: Type.Optional(Mail),
  }),
  perform: ({ platform, request, body }) => correctProfile(platform, request, body),
});

const memberships = route({
  method: 'GET',
  url: '/account/memberships',
  acts: ['people.list-memberships', 'institutions.show-organisation'],
  ...{ summary: 'The organisations to which one belongs', tags },
  answer: Type.Array(
    closed({
      ...{ organisation: Uuid, name: Line, kind: Type.String(), knownAs: Line },
      ...{ roles: Type.Array(Type.String()), joinedAt: Instant, endedAt: Type.Optional(Instant) },
    }),
  ),
  perform: async ({ platform, request }) => {
    const own = await listMemberships(platform, request);
    if (!own.ok) return own;
    const shown = [];
    for (const { organisation, knownAs, roles, joinedAt, endedAt } of own.value) {
      const found = await showOrganisation(platform, request, organisation);
      if (!found.ok) return found;
      const { name, kind } = found.value;
      shown.push({ organisation, name, kind, knownAs, roles, joinedAt, ...(endedAt && { endedAt }) });
    }
    return ok(shown);
  },
});

const events = route({
  method: 'GET',
  url: '/account/events',
  acts: ['auditing.list-own-events'],
  ...{ summary: 'What was done in one’s own tenant: who looked, who changed', tags },
  querystring: closed({
    after: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
  }),
  answer: Type.Array(
    closed({ sequence: Type.Integer(), recordedAt: Instant, act: Type.String(), event: Type.String() }),
  ),
  perform: async ({ platform, request, query: { after = 0, limit = 100 } }) => {
    const listed = await listOwnEvents(platform, request, { after, limit });
    if (!listed.ok) return listed;
    return ok(
      listed.value.map(({ sequence, recordedAt, act, event }) => ({ sequence, recordedAt, act, event })),
    );
  },
});

const sessions = route({
  method: 'GET',
  url: '/account/sessions',
  acts: ['identifying.list-sessions'],
  ...{ summary: 'Where one is signed in', tags },
  answer: Type.Array(
    closed({
      ...{ sessionId: Uuid, device: Type.String(), method: Type.String(), isShared: Type.Boolean() },
      ...{ isThisOne: Type.Boolean(), begunAt: Instant, seenAt: Instant, expiresAt: Instant },
    }),
  ),
  perform: async ({ platform, request, session }) => {
    const listed = await listSessions(platform, request);
    if (!listed.ok) return listed;
    return ok(
      listed.value.map(({ sessionId, device, method, isShared, begunAt, seenAt, expiresAt }) => ({
        ...{ sessionId, device, method, isShared, begunAt, seenAt, expiresAt },
        isThisOne: sessionId === session?.sessionId,
      })),
    );
  },
});

const revoke = route({
  method: 'DELETE',
  url: '/account/sessions/:session',
  acts: ['identifying.revoke-session'],
  ...{ summary: 'End one of one’s own sessions', tags, params: closed({ session: Uuid }) },
  perform: ({ platform, request, params }) => revokeSession(platform, request, params.session),
});

const passkeys = route({
  method: 'GET',
  url: '/account/passkeys',
  acts: ['identifying.list-passkeys'],
  ...{ summary: 'One’s own passkeys', tags },
  answer: Type.Array(
    closed({
      ...{ passkeyId: Uuid, label: Line, isBackedUp: Type.Boolean() },
      ...{ createdAt: Instant, lastUsedAt: Type.Optional(Instant) },
    }),
  ),
  perform: async ({ platform, request }) => {
    const listed = await listPasskeys(platform, request);
    if (!listed.ok) return listed;
    return ok(
      listed.value.map(({ passkeyId, label, isBackedUp, createdAt, lastUsedAt }) => ({
        ...{ passkeyId, label, isBackedUp, createdAt, ...(lastUsedAt && { lastUsedAt }) },
      })),
    );
  },
});

const askForNext = route({
  method: 'POST',
  url: '/account/passkeys/challenge',
  acts: ['people.show-profile', 'identifying.list-passkeys'],
  ...{ summary: 'What a browser needs to make a further passkey', tags, answer: WebAuthn },
  perform: async ({ platform, request, origin }) => {
    const own = await showProfile(platform, request);
    if (!own.ok) return own;
    const listed = await listPasskeys(platform, request);
    if (!listed.ok) return listed;
    const personId = actorOf(request);
    return ok(
      await platform.passkeys.askNew({
        ...{ origin, purpose: 'new-passkey', boundTo: personId, nowMs: Date.parse(request.at) },
        ...{ personId, displayName: own.value.displayName },
        known: listed.value.map((one) => one.credentialId),
      }),
    );
  },
});

const add = route({
  method: 'POST',
  url: '/account/passkeys',
  acts: ['identifying.add-passkey'],
  ...{ summary: 'Add a passkey to one’s own account', tags },
  body: closed({ label: Line, answer: WebAuthn }),
  answer: closed({ passkeyId: Uuid }),
  perform: ({ platform, request, origin, body }) => addPasskey(platform, request, { ...body, origin }),
});

const remove = route({
  method: 'DELETE',
  url: '/account/passkeys/:passkey',
  acts: ['identifying.remove-passkey'],
  ...{ summary: 'Take a passkey from one’s own account', tags, params: closed({ passkey: Uuid }) },
  perform: ({ platform, request, params }) => removePasskey(platform, request, params.passkey),
});

export const ACCOUNT_ROUTES: readonly Route[] = [
  ...[profile, correct, memberships, events],
  ...[sessions, revoke, passkeys, askForNext, add, remove],
];
