import type { Problem } from '@testamur/engines/kernel';
import type { AuthorisingProblem } from '../authorising/index.ts';

/** Every way this room itself can refuse. */
export type OperatingCode =
  | 'OPERATING_NO_PLATFORM' // nobody has founded the platform yet, so nothing can be issued
  | 'OPERATING_NOT_HALTED'; // there is nothing to lift

export type OperatingProblem = Problem<OperatingCode> | AuthorisingProblem;

export const noPlatform = (): OperatingProblem => ({
  code: 'OPERATING_NO_PLATFORM',
  message: 'The platform’s own organisation has not been made yet, so there is nothing to halt.',
  hint: 'Make it with testamur admin invite.',
});

export const notHalted = (): OperatingProblem => ({
  code: 'OPERATING_NOT_HALTED',
  message: 'Nothing is halted, and no halt is set for later.',
  hint: 'Look at /api/health/ready, which tells what is halted.',
});
