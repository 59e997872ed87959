import type { Problem } from '@testamur/engines/kernel';

/** Every way this room can refuse. */
export type LibraryCode = 'LIBRARY_NOT_BUILT'; // no library file, or one of another release

export type LibraryProblem = Problem<LibraryCode>;
