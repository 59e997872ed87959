import { ok } from '@testamur/engines/kernel';
import { beginAccount } from '@testamur/services/identifying';
import { acceptInvitation, showInvitation } from '@testamur/services/people';
import { Type } from 'typebox';
import { nameDevice } from '../../acting/device-name.ts';
import { type Route, route } from '../../acting/route.ts';
import { keepSession } from './keep-session.ts';
import { closed, Instant, Line, Secret, Uuid, WebAuthn } from './shapes.ts';

const tags = ['joining'];
const perMinute = 20;

const readInvitation = route({
  method: 'POST',
  url: '/invitation',
  acts: ['people.show-invitation'],
  ...{ summary: 'To what a one-time link leads', tags, perMinute },
  body: closed({ secret: Secret }),
  answer: closed({ organisation: Uuid, organisationName: Line, role: Type.String(), expiresAt: Instant }),
  perform: ({ platform, request, body: { secret } }) => showInvitation(platform, { ...request, secret }),
});

const join = route({
  method: 'POST',
  url: '/account/memberships',
  acts: ['people.accept-invitation'],
  ...{ summary: 'Join the organisation to which a one-time link leads', tags, perMinute },
  body: closed({ secret: Secret, knownAs: Line }),
  answer: closed({ organisation: Uuid }),
  perform: ({ platform, request, body: { secret, knownAs } }) =>
    acceptInvitation(platform, { ...request, secret }, { knownAs }),
});

const askForFirstPasskey = route({
  method: 'POST',
  url: '/account/challenge',
  acts: { public: 'gives out a random challenge and a random id, kept nowhere' },
  ...{ summary: 'What a browser needs to make the first passkey of a new account', tags, perMinute },
  body: closed({ displayName: Line }),
  answer: closed({ personId: Uuid, options: WebAuthn }),
  perform: async ({ platform, origin, request, body: { displayName } }) => {
    const personId = platform.newId();
    const options = await platform.passkeys.askNew({
      ...{ origin, purpose: 'new-account', boundTo: personId, nowMs: Date.parse(request.at) },
      ...{ personId, displayName, known: [] },
    });
    return ok({ personId, options });
  },
});

const begin = route({
  method: 'POST',
  url: '/account',
  acts: ['identifying.begin-account'],
  ...{ summary: 'Begin an account with a passkey, and be signed in', tags, perMinute },
  body: closed({
    ...{ personId: Uuid, displayName: Line, language: Type.String({ maxLength: 35 }) },
    ...{ answer: WebAuthn, isShared: Type.Boolean() },
  }),
  answer: closed({ personId: Uuid }),
  perform: async ({ platform, request, origin, body, http, reply }) => {
    const { personId, displayName, language, answer, isShared } = body;
    const device = nameDevice(http.headers['user-agent']);
    const begun = await beginAccount(
      platform,
      { ...request, actor: { kind: 'anonymous' } },
      {
        ...{ personId, displayName, language, label: device },
        ...{ passkey: { answer, origin }, place: { device, isShared } },
      },
    );
    return begun.ok ? keepSession(reply, { origin, isShared, signedIn: begun.value }) : begun;
  },
});

export const JOIN_ROUTES: readonly Route[] = [readInvitation, join, askForFirstPasskey, begin];
