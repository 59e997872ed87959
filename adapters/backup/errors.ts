import type { Problem } from '@testamur/engines/kernel';

/** Every way this room can refuse. */
export type BackupCode =
  | 'BACKUP_DAMAGED' // a file is missing, changed or too many
  | 'BACKUP_NOT_EMPTY' // there is something where it is to be written
  | 'BACKUP_UNFINISHED' // no manifest, or one that cannot be read
  | 'BACKUP_UNWRITABLE'; // the disk refuses

export type BackupProblem = Problem<BackupCode>;

export const refuse = (code: BackupCode, message: string, hint: string): BackupProblem => ({
  code,
  message,
  hint,
});
