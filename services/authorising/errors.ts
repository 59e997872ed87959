import type { Problem } from '@testamur/engines/kernel';

/** Every way in which an act can be refused before its own work begins, or by the fences around the store. */
export type AuthorisingCode =
  | 'AUTHORISING_APPROVAL_NEEDED' // the organisation asks for a second pair of eyes
  | 'AUTHORISING_APPROVAL_NOT_FOUND' // no such request here
  | 'AUTHORISING_APPROVAL_UNFIT' // it is for another act, other values, refused, expired, used or not yet approved
  | 'AUTHORISING_CONFLICT' // somebody did the same already
  | 'AUTHORISING_FENCED' // the store refused what the service had let through
  | 'AUTHORISING_FORBIDDEN' // the actor may not do this here
  | 'AUTHORISING_HALTED' // the operator has halted acts of this kind
  | 'AUTHORISING_INPUT' // something given cannot be used
  | 'AUTHORISING_OWN_GAIN' // nobody approves what gives a role or a power to herself
  | 'AUTHORISING_OWN_REQUEST' // nobody approves her own request
  | 'AUTHORISING_SIGN_IN' // nobody is signed in
  | 'AUTHORISING_STEP_UP' // a fresh proof of identity is needed
  | 'AUTHORISING_STORE'; // the store could not do it; nothing was changed

export type AuthorisingProblem = Problem<AuthorisingCode>;

export function refuseAct(code: AuthorisingCode, message: string, hint: string): AuthorisingProblem {
  return { code, message, hint };
}
