import { setTimeout } from 'node:timers/promises';
import { ok } from '@testamur/engines/kernel';
import {
  askForLink,
  beginRecovery,
  cancelRecovery,
  finishRecovery,
  LINK_MINUTES,
  makeRecoveryCodes,
  showRecovery,
  signInWithCode,
  signInWithLink,
} from '@testamur/services/identifying';
import { Type } from 'typebox';
import { nameDevice } from '../../acting/device-name.ts';
import { readLinkCookie, setLinkCookie } from '../../acting/link-cookie.ts';
import { type Route, route } from '../../acting/route.ts';
import { keepSession } from './keep-session.ts';
import { signInNeeded } from './session.ts';
import { closed, Instant, Line, Secret, Uuid } from './shapes.ts';

const tags = ['account'];
const Waiting = closed({ begunAt: Instant, ripeAt: Instant });

const signIn = route({
  method: 'POST',
  url: '/session/code',
  acts: ['identifying.sign-in-with-code'],
  ...{ summary: 'Sign in with a recovery code', tags: ['session'], perMinute: 10 },
  body: closed({ code: Line, isShared: Type.Boolean() }),
  answer: closed({ personId: Uuid }),
  perform: async ({ platform, request, origin, body: { code, isShared }, http, reply }) => {
    const place = { device: nameDevice(http.headers['user-agent']), isShared };
    const nobody = { ...request, actor: { kind: 'anonymous' } as const };
    const signedIn = await signInWithCode(platform, nobody, { code, place });
    return signedIn.ok ? keepSession(reply, { origin, isShared, signedIn: signedIn.value }) : signedIn;
  },
});

/** An answer takes so long whether or not there is somebody to write to. */
const ASKING_MS = 400;

const askLink = route({
  method: 'POST',
  url: '/session/link/request',
  acts: ['identifying.ask-for-link'],
  ...{ summary: 'Ask for a link by mail; whether there is an account is not said', tags: ['session'] },
  perMinute: 10,
  body: closed({ mail: Type.String({ minLength: 3, maxLength: 254 }) }),
  perform: async ({ platform, request, origin, body: { mail }, reply }) => {
    const secret = platform.newSecret();
    const nobody = { ...request, actor: { kind: 'anonymous' } as const };
    const [asked] = await Promise.all([
      askForLink(platform, nobody, { mail, browserSecret: secret }),
      setTimeout(ASKING_MS),
    ]);
    const until = new Date(Date.parse(request.at) + LINK_MINUTES * 60_000).toISOString();
    if (asked.ok) setLinkCookie(reply, { origin, secret, until });
    return asked;
  },
});

const useLink = route({
  method: 'POST',
  url: '/session/link',
  acts: ['identifying.sign-in-with-link'],
  ...{ summary: 'Sign in with a link that came by mail, where it was asked for', tags: ['session'] },
  perMinute: 10,
  body: closed({ secret: Secret, isShared: Type.Boolean() }),
  answer: closed({ personId: Uuid }),
  perform: async ({ platform, request, origin, body: { secret, isShared }, http, reply }) => {
    const place = { device: nameDevice(http.headers['user-agent']), isShared };
    const nobody = { ...request, actor: { kind: 'anonymous' } as const };
    const browserSecret = readLinkCookie(http, origin);
    const signedIn = await signInWithLink(platform, nobody, { secret, browserSecret, place });
    return signedIn.ok ? keepSession(reply, { origin, isShared, signedIn: signedIn.value }) : signedIn;
  },
});

const show = route({
  method: 'GET',
  url: '/account/recovery',
  acts: ['identifying.show-recovery'],
  ...{ summary: 'Which ways back into one’s account there are', tags },
  answer: closed({ codesLeft: Type.Integer(), waiting: Type.Optional(Waiting) }),
  perform: async ({ platform, request }) => {
    const shown = await showRecovery(platform, request);
    if (!shown.ok) return shown;
    const codes = shown.value.find((way) => way.kind === 'codes');
    const waiting = shown.value.find((way) => way.kind === 'waiting');
    const { begunAt, ripeAt } = waiting ?? {};
    return ok({ codesLeft: codes?.left ?? 0, ...(begunAt && ripeAt && { waiting: { begunAt, ripeAt } }) });
  },
});

const makeCodes = route({
  method: 'POST',
  url: '/account/recovery/codes',
  acts: ['identifying.make-recovery-codes'],
  ...{ summary: 'Make recovery codes; they are shown once', tags },
  answer: closed({ codes: Type.Array(Line) }),
  perform: ({ platform, request }) => makeRecoveryCodes(platform, request),
});

const begin = route({
  method: 'POST',
  url: '/account/recovery',
  acts: ['identifying.begin-recovery'],
  ...{ summary: 'Wait for the right to make a passkey without having one', tags },
  answer: closed({ ripeAt: Instant }),
  perform: ({ platform, request }) => beginRecovery(platform, request),
});

const cancel = route({
  method: 'DELETE',
  url: '/account/recovery',
  acts: ['identifying.cancel-recovery'],
  ...{ summary: 'Object to a recovery that waits', tags },
  perform: ({ platform, request }) => cancelRecovery(platform, request),
});

const finish = route({
  method: 'POST',
  url: '/account/recovery/end',
  acts: ['identifying.finish-recovery'],
  ...{ summary: 'Use a recovery whose waiting is over', tags },
  perform: async ({ platform, request, session }) =>
    session ? finishRecovery(platform, request, session.sessionId) : signInNeeded(),
});

export const RECOVERY_ROUTES: readonly Route[] = [
  signIn,
  askLink,
  useLink,
  show,
  makeCodes,
  begin,
  cancel,
  finish,
];
