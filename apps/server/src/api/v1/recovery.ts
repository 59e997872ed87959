import { ok } from '@testamur/engines/kernel';
import {
  beginRecovery,
  cancelRecovery,
  finishRecovery,
  makeRecoveryCodes,
  showRecovery,
  signInWithCode,
} from '@testamur/services/identifying';
import { Type } from 'typebox';
import { nameDevice } from '../../acting/device-name.ts';
import { type Route, route } from '../../acting/route.ts';
import { keepSession } from './keep-session.ts';
import { signInNeeded } from './session.ts';
import { closed, Instant, Line, Uuid } from './shapes.ts';

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

export const RECOVERY_ROUTES: readonly Route[] = [signIn, show, makeCodes, begin, cancel, finish];
