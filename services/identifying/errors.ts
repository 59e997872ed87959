import type { Problem } from '@testamur/engines/kernel';
import type { AuthorisingProblem } from '../authorising/index.ts';

/** Every way this room itself can refuse. */
export type IdentifyingCode =
  | 'IDENTIFYING_LAST_PASSKEY' // nobody locks herself out
  | 'IDENTIFYING_LINKED' // this account at a provider is linked already
  | 'IDENTIFYING_NOT_FOUND' // no such session or passkey of one's own
  | 'IDENTIFYING_NOT_RECOGNISED' // the proof does not hold; not said why
  | 'IDENTIFYING_PROVIDER' // the provider of the organisation does not answer as one
  | 'IDENTIFYING_RECOVERY_EARLY' // the waiting is not over
  | 'IDENTIFYING_SCOPE'; // more is asked for than the account may

export type IdentifyingProblem = Problem<IdentifyingCode> | AuthorisingProblem;

export function refuse(code: IdentifyingCode, message: string, hint: string): Problem<IdentifyingCode> {
  return { code, message, hint };
}

export const notRecognised = (): Problem<IdentifyingCode> =>
  refuse(
    'IDENTIFYING_NOT_RECOGNISED',
    'We could not recognise you.',
    'Try again with a passkey that you made for this site, or take another way to sign in.',
  );

export const notFound = (what: string): Problem<IdentifyingCode> =>
  refuse('IDENTIFYING_NOT_FOUND', `You have no such ${what}.`, 'List what there is, and choose from it.');
