import path from 'node:path';

/** Two letters of the subject make a folder: none of them grows too large to be listed. */
export const keyFile = (folder: string, subject: string): string =>
  path.join(folder, subject.slice(0, 2), `${subject}.key`);
/** Says that the key was destroyed. It outlives the key for ever and names a random number only. */
export const goneFile = (folder: string, subject: string): string =>
  path.join(folder, subject.slice(0, 2), `${subject}.gone`);
export const restrictedFile = (folder: string, subject: string): string =>
  path.join(folder, subject.slice(0, 2), `${subject}.restricted`);
export const LOOKUP = 'lookup.key';
export const MASTER = 'master.key';
