export type { LibraryCode, LibraryProblem } from './errors.ts';
export type { LibraryFile, LibraryItem, LibrarySet } from './library-file.ts';
export { makeSet } from './make-set.ts';
export { readLibrary } from './read-library.ts';
