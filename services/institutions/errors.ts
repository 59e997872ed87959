import type { Problem } from '@testamur/engines/kernel';
import type { AuthorisingProblem } from '../authorising/index.ts';

/** Every way this room itself can refuse. */
export type InstitutionsCode =
  | 'INSTITUTIONS_CONFLICT_OF_INTEREST' // whoever has declared an interest decides nothing about it
  | 'INSTITUTIONS_NOT_CLAIMED' // a child is confirmed only when it says so itself
  | 'INSTITUTIONS_NOT_FOUND'; // no such organisation or verification

export type InstitutionsProblem = Problem<InstitutionsCode> | AuthorisingProblem;

export function refuse(code: InstitutionsCode, message: string, hint: string): Problem<InstitutionsCode> {
  return { code, message, hint };
}

export const notFound = (what: string): Problem<InstitutionsCode> =>
  refuse(
    'INSTITUTIONS_NOT_FOUND',
    `There is no such ${what}.`,
    'Search for it, and choose from what is found.',
  );
