import type { Problem } from '@testamur/engines/kernel';
import type { AuthorisingProblem } from '../authorising/index.ts';

/** Every way this room itself can refuse. */
export type WorkingCode = 'WORKING_JOB_NOT_FOUND'; // no such job, or none that could be tried again

export type WorkingProblem = Problem<WorkingCode> | AuthorisingProblem;

export const notFound = (): Problem<WorkingCode> => ({
  code: 'WORKING_JOB_NOT_FOUND',
  message: 'There is no such job, or it is running or done.',
  hint: 'List the jobs, and choose from them.',
});
