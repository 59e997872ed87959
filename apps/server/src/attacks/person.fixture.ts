import { assert, attest, type Lies, makeSoftPasskey, type SoftPasskey } from './soft-passkey.fixture.ts';
import type { Victim } from './victim.fixture.ts';

export type Answered = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** Somebody with an account, as a program that speaks for her browser. */
export type Person = {
  readonly personId: string;
  readonly passkey: SoftPasskey;
  readonly cookie: string;
  call(method: string, address: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
};

/** Below /api/v1, as a browser on our own page sends it. */
export async function callAs(
  victim: Victim,
  cookie: string | undefined,
  [method, address, body]: readonly [method: string, address: string, body?: unknown],
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const answer = await fetch(victim.api(`/v1${address}`), {
    method,
    headers: {
      origin: victim.product.url,
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const words = await answer.text();
  return {
    status: answer.status,
    body: words === '' ? undefined : JSON.parse(words),
    headers: answer.headers,
  };
}

const cookieOf = ({ headers }: Answered): string => (headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';

const speakFor =
  (victim: Victim, cookie: string): Person['call'] =>
  (method, address, body, headers) =>
    callAs(victim, cookie, [method, address, body], headers);

/** Begins an account with a passkey of its own. */
export async function beginAccount(victim: Victim, displayName: string): Promise<Person> {
  const asked = await callAs(victim, undefined, ['POST', '/account/challenge', { displayName }]);
  const { personId, options } = asked.body as {
    personId: string;
    options: { challenge: string; user: { id: string } };
  };
  const passkey = makeSoftPasskey(options.user.id);
  const answer = attest(passkey, { challenge: options.challenge, origin: victim.product.url });
  const begun = await callAs(victim, undefined, [
    'POST',
    '/account',
    { personId, displayName, language: 'en', answer, isShared: false },
  ]);
  if (begun.status !== 200) throw new Error(`No account: ${JSON.stringify(begun.body)}`);
  const cookie = cookieOf(begun);
  return { personId, passkey, cookie, call: speakFor(victim, cookie) };
}

export async function askChallenge(
  victim: Victim,
  cookie?: string,
  address = '/session/challenge',
): Promise<string> {
  const { body } = await callAs(victim, cookie, ['POST', address]);
  return (body as { challenge: string }).challenge;
}

/** Signs in, truly or with lies. */
export async function signIn(
  victim: Victim,
  passkey: SoftPasskey,
  lies: Lies & { readonly isShared?: boolean } = {},
): Promise<Answered & { readonly cookie: string }> {
  const challenge = await askChallenge(victim);
  const { isShared = false, ...told } = lies;
  const answer = assert(passkey, { challenge, origin: victim.product.url }, told);
  const answered = await callAs(victim, undefined, ['POST', '/session', { answer, isShared }]);
  return { ...answered, cookie: cookieOf(answered) };
}

/** Whether the cookie opens anything. */
export const isOpen = async (victim: Victim, cookie: string | undefined): Promise<boolean> =>
  (await callAs(victim, cookie, ['GET', '/session'])).status === 200;
