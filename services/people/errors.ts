import type { Problem } from '@testamur/engines/kernel';
import type { AuthorisingProblem } from '../authorising/index.ts';

/** Every way this room itself can refuse. */
export type PeopleCode =
  | 'PEOPLE_ALREADY_MEMBER' // belongs to the organisation, or has the role, already
  | 'PEOPLE_INVITATION_NOT_OPEN' // unknown, accepted, withdrawn or expired: not said which
  | 'PEOPLE_LAST_ADMINISTRATOR' // an organisation is not left without one
  | 'PEOPLE_NOT_FOUND' // no such person, role, invitation, delegation or account here
  | 'PEOPLE_NOT_HELD'; // nobody lends a role that she does not hold herself

export type PeopleProblem = Problem<PeopleCode> | AuthorisingProblem;

export function refuse(code: PeopleCode, message: string, hint: string): Problem<PeopleCode> {
  return { code, message, hint };
}

export const notFound = (what: string): Problem<PeopleCode> =>
  refuse('PEOPLE_NOT_FOUND', `There is no such ${what} here.`, 'List what there is, and choose from it.');
