import type { Problem } from '@testamur/engines/kernel';
import type { AuthorisingProblem } from '../authorising/index.ts';

/** Every way this room itself can refuse. */
export type PublishingCode =
  | 'PUBLISHING_LEAF_NOT_FOUND' // no leaf has that id
  | 'PUBLISHING_LOG_AHEAD' // the files of the log hold more than the database knows: it was restored from before
  | 'PUBLISHING_LOG_DIFFERS'; // the files of the log hold another entry than the database

export type PublishingProblem = Problem<PublishingCode> | AuthorisingProblem;

export function refuse(code: PublishingCode, message: string, hint: string): Problem<PublishingCode> {
  return { code, message, hint };
}
