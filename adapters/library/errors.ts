import type { Problem } from '@testamur/engines/kernel';

/** Every way this room can refuse. */
export type LibraryCode =
  | 'LIBRARY_NOT_BUILT' // no library file, or one of another release
  | 'RULE_BASE_MISSING' // the folder holds no published rule base
  | 'RULE_BASE_DAMAGED'; // a file is not what the index says, or the index is not what its schema says

export type LibraryProblem = Problem<LibraryCode>;
