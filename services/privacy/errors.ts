import type { Problem } from '@testamur/engines/kernel';
import type { AuthorisingProblem } from '../authorising/index.ts';

/** Every way this room itself can refuse. */
export type PrivacyCode =
  | 'PRIVACY_DECIDED' // it has been decided, or reviewed, already
  | 'PRIVACY_LAST_ADMINISTRATOR' // an organisation would be left without one
  | 'PRIVACY_NOT_FOUND' // no such person or request
  | 'PRIVACY_OWN_REFUSAL'; // nobody reviews her own refusal

export type PrivacyProblem = Problem<PrivacyCode> | AuthorisingProblem;

export function refuse(code: PrivacyCode, message: string, hint: string): Problem<PrivacyCode> {
  return { code, message, hint };
}

export const notFound = (what: string): Problem<PrivacyCode> =>
  refuse('PRIVACY_NOT_FOUND', `There is no such ${what} here.`, 'List what there is, and choose from it.');
