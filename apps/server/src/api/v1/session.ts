import { err, ok } from '@testamur/engines/kernel';
import { refuseAct } from '@testamur/services/authorising';
import { proveAgain, revokeSession, signInWithPasskey } from '@testamur/services/identifying';
import { listMemberships, showProfile } from '@testamur/services/people';
import { Type } from 'typebox';
import { nameDevice } from '../../acting/device-name.ts';
import { type Call, type Route, route } from '../../acting/route.ts';
import { dropSessionCookie } from '../../acting/session-cookie.ts';
import { keepSession } from './keep-session.ts';
import { closed, Line, Uuid, WebAuthn } from './shapes.ts';

const tags = ['session'];
/** Nobody types these; a program that tries many is slowed. */
const perMinute = 30;

export const signInNeeded = () =>
  err(refuseAct('AUTHORISING_SIGN_IN', 'You are not signed in.', 'Sign in and try again.'));

const askForPasskey = route({
  method: 'POST',
  url: '/session/challenge',
  acts: { public: 'gives out a random challenge, kept nowhere' },
  ...{ summary: 'What a browser needs to ask for a passkey', tags, answer: WebAuthn },
  perform: async ({ platform, origin, request }) =>
    ok(
      await platform.passkeys.askProof({
        origin,
        purpose: 'sign-in',
        boundTo: '',
        nowMs: Date.parse(request.at),
      }),
    ),
});

const signIn = route({
  method: 'POST',
  url: '/session',
  acts: ['identifying.sign-in-with-passkey'],
  ...{ summary: 'Sign in with a passkey', tags, perMinute },
  body: closed({ answer: WebAuthn, isShared: Type.Boolean() }),
  answer: closed({ personId: Uuid }),
  perform: async ({ platform, request, origin, body: { answer, isShared }, http, reply }) => {
    const place = { device: nameDevice(http.headers['user-agent']), isShared };
    const nobody = { ...request, actor: { kind: 'anonymous' } as const };
    const signedIn = await signInWithPasskey(platform, nobody, { answer, origin, place });
    return signedIn.ok ? keepSession(reply, { origin, isShared, signedIn: signedIn.value }) : signedIn;
  },
});

const Membership = closed({ organisation: Uuid, knownAs: Line, roles: Type.Array(Type.String()) });

const showSession = route({
  method: 'GET',
  url: '/session',
  acts: ['people.show-profile', 'people.list-memberships'],
  ...{ summary: 'Who is signed in, and where she belongs', tags },
  answer: closed({
    ...{ personId: Uuid, displayName: Line, language: Line },
    ...{ isShared: Type.Boolean(), memberships: Type.Array(Membership) },
  }),
  perform: async ({ platform, request, session }) => {
    const profile = await showProfile(platform, request);
    if (!profile.ok) return profile;
    const all = await listMemberships(platform, request);
    if (!all.ok) return all;
    const { personId, displayName, language } = profile.value;
    const memberships = all.value
      .filter((one) => one.endedAt === undefined)
      .map(({ organisation, knownAs, roles }) => ({ organisation, knownAs, roles }));
    return ok({ personId, displayName, language, isShared: session?.isShared ?? false, memberships });
  },
});

const signOut = route({
  method: 'DELETE',
  url: '/session',
  acts: ['identifying.revoke-session'],
  ...{ summary: 'Sign out', tags },
  perform: async ({ platform, request, session, origin, reply }) => {
    dropSessionCookie(reply, origin);
    // What others could find on a shared computer goes with the session (W3C Clear Site Data).
    if (session?.isShared) reply.header('clear-site-data', '"cache", "storage"');
    return session ? revokeSession(platform, request, session.sessionId) : signInNeeded();
  },
});

const askForProof = route({
  method: 'POST',
  url: '/session/proof/challenge',
  acts: { public: 'gives out a random challenge bound to the session, kept nowhere' },
  ...{ summary: 'What a browser needs to prove anew who is sitting there', tags, answer: WebAuthn },
  perform: async ({ platform, origin, request, session }: Call) => {
    if (!session) return signInNeeded();
    const given = {
      origin,
      purpose: 'proof',
      boundTo: session.sessionId,
      nowMs: Date.parse(request.at),
    } as const;
    return ok(await platform.passkeys.askProof(given));
  },
});

const prove = route({
  method: 'POST',
  url: '/session/proof',
  acts: ['identifying.prove-again'],
  ...{ summary: 'Prove anew who is sitting there, for acts that need it', tags, perMinute },
  body: closed({ answer: WebAuthn }),
  perform: async ({ platform, request, session, origin, body: { answer } }) =>
    session
      ? proveAgain(platform, request, { answer, origin, sessionId: session.sessionId })
      : signInNeeded(),
});

export const SESSION_ROUTES: readonly Route[] = [
  askForPasskey,
  signIn,
  showSession,
  signOut,
  askForProof,
  prove,
];
