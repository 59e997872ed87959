import type { Problem } from '@testamur/engines/kernel';

export type RegistryCode =
  | 'REGISTRY_FILE_MISSING' // the folder or a file that must be there is not
  | 'REGISTRY_FILE_SYNTAX' // not YAML, or a line that is not JSON
  | 'REGISTRY_RECORD_INVALID' // a field is missing, unknown, or of the wrong shape
  | 'REGISTRY_DUPLICATE_ID' // one id names two things
  | 'REGISTRY_UNKNOWN_REFERENCE'; // an id that nothing in the registry has

/** `at` is `file:line/field` for lists of lines, `file/field` otherwise. */
export type RegistryProblem = Problem<RegistryCode>;
