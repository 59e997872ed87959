export { backUpKeys, COPY_DAYS, expireKeyCopies, listSubjects, restoreKeys } from './copies.ts';
export type { PersonKeysCode, PersonKeysProblem } from './errors.ts';
export { openPersonKeys, type PersonKeysOptions } from './open-person-keys.ts';
export { type MasterFound, type MasterGiven, readMasterKey } from './read-master-key.ts';
