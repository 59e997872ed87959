import type { Problem } from '@testamur/engines/kernel';
import type { AuthorisingProblem } from '../authorising/index.ts';

/** Every way this room itself can refuse. */
export type MessagingCode =
  | 'MESSAGING_ALWAYS_SENT' // notices of security cannot be switched off
  | 'MESSAGING_NOT_FOUND' // no such message, endpoint or delivery here
  | 'MESSAGING_STILL_WAITING'; // it has not been tried for the last time yet

export type MessagingProblem = Problem<MessagingCode> | AuthorisingProblem;

export function refuse(code: MessagingCode, message: string, hint: string): Problem<MessagingCode> {
  return { code, message, hint };
}

export const notFound = (what: string): Problem<MessagingCode> =>
  refuse('MESSAGING_NOT_FOUND', `There is no such ${what} here.`, 'List what there is, and choose from it.');
