import type { Problem } from '@testamur/engines/kernel';
import type { MessageKey } from '$lib/language/messages.ts';

/** What a person is told of a refusal, in her language; what has no words of its own is told as the interface says it. */
const WORDS: Readonly<Record<string, MessageKey>> = {
  AUTHORISING_FORBIDDEN: 'account.problem.forbidden',
  AUTHORISING_SIGN_IN: 'account.problem.signIn',
  AUTHORISING_STEP_UP: 'account.problem.proof',
  HTTP_RATE_LIMITED: 'account.problem.tooMany',
  HTTP_UNREACHED: 'account.problem.unreached',
  IDENTIFYING_LINKED: 'account.problem.linked',
  IDENTIFYING_PROVIDER: 'account.problem.provider',
  IDENTIFYING_LAST_PASSKEY: 'account.problem.lastPasskey',
  IDENTIFYING_NOT_RECOGNISED: 'account.problem.notRecognised',
  PASSKEY_NOT_GIVEN: 'account.problem.notGiven',
  PEOPLE_ALREADY_MEMBER: 'account.problem.member',
  PEOPLE_INVITATION_NOT_OPEN: 'account.problem.invitation',
  PRIVACY_DECIDED: 'account.problem.decided',
  PRIVACY_LAST_ADMINISTRATOR: 'account.problem.lastAdministrator',
  PRIVACY_OWN_REFUSAL: 'account.problem.ownRefusal',
};

export function tellProblem(
  problem: Pick<Problem, 'code' | 'message'>,
  say: (key: MessageKey) => string,
): string {
  const key = WORDS[problem.code];
  return key === undefined ? problem.message : say(key);
}
