import type { Problem } from '@testamur/engines/kernel';

/** Every way this room can refuse. */
export type PersonKeysCode =
  | 'PERSON_KEYS_FOLDER' // cannot be made or written, or lies in the data folder
  | 'PERSON_KEYS_MASTER' // the master key is no key, or not the one that wrapped what is there
  | 'PERSON_KEYS_NO_COPY'; // there is no such copy

export type PersonKeysProblem = Problem<PersonKeysCode>;

export function refuse(code: PersonKeysCode, message: string, hint: string): PersonKeysProblem {
  return { code, message, hint };
}
