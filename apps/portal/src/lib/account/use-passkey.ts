/** The browser's part of passkeys: ask for what to sign, let the authenticator sign it, send it. */
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { type Asked, askApi } from './ask-api.ts';

/** The person closed the window, or the device has no passkey for this site: browsers do not say which. */
const NOT_GIVEN = {
  ok: false,
  problem: { code: 'PASSKEY_NOT_GIVEN', message: 'No passkey was given.' },
} as const;

async function answerOf<T>(work: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { ok: true, value: await work() };
  } catch {
    return NOT_GIVEN;
  }
}

async function askProof(address: string): Promise<Asked<unknown>> {
  const options = await askApi<PublicKeyCredentialRequestOptionsJSON>(address, { method: 'POST' });
  return options.ok ? answerOf(() => startAuthentication({ optionsJSON: options.value })) : options;
}

export async function signIn(isShared: boolean): Promise<Asked<unknown>> {
  const answer = await askProof('/session/challenge');
  return answer.ok ? askApi('/session', { body: { answer: answer.value, isShared } }) : answer;
}

export async function proveAgain(): Promise<Asked<unknown>> {
  const answer = await askProof('/session/proof/challenge');
  return answer.ok ? askApi('/session/proof', { body: { answer: answer.value } }) : answer;
}

/** Does it, and where a fresh proof is asked for, gives one and does it again. */
export async function withProof<T>(work: () => Promise<Asked<T>>): Promise<Asked<T>> {
  const first = await work();
  if (first.ok || first.problem.code !== 'AUTHORISING_STEP_UP') return first;
  const proved = await proveAgain();
  return proved.ok ? work() : proved;
}

type Newcomer = { readonly displayName: string; readonly language: string; readonly isShared: boolean };
type FirstAsked = { readonly personId: string; readonly options: PublicKeyCredentialCreationOptionsJSON };

export async function beginAccount(newcomer: Newcomer): Promise<Asked<unknown>> {
  const { displayName } = newcomer;
  const asked = await askApi<FirstAsked>('/account/challenge', { body: { displayName } });
  if (!asked.ok) return asked;
  const answer = await answerOf(() => startRegistration({ optionsJSON: asked.value.options }));
  if (!answer.ok) return answer;
  const { personId } = asked.value;
  return askApi('/account', { body: { ...newcomer, personId, answer: answer.value } });
}

export async function addPasskey(label: string): Promise<Asked<unknown>> {
  const options = await askApi<PublicKeyCredentialCreationOptionsJSON>('/account/passkeys/challenge', {
    method: 'POST',
  });
  if (!options.ok) return options;
  const answer = await answerOf(() => startRegistration({ optionsJSON: options.value }));
  if (!answer.ok) return answer;
  return withProof(() => askApi('/account/passkeys', { body: { label, answer: answer.value } }));
}
