import type { Problem } from '@testamur/engines/kernel';

/** Every way this room can refuse. */
export type PostgresCode =
  | 'POSTGRES_ARCHIVE_DAMAGED' // its rows are not those that its first line tells of
  | 'POSTGRES_ARCHIVE_OTHER_RELEASE' // written with another schema
  | 'POSTGRES_ARCHIVE_UNREADABLE' // no archive of ours
  | 'POSTGRES_BUSY' // no connection became free in time
  | 'POSTGRES_DIRECTORY_IN_USE' // another living process holds the lock
  | 'POSTGRES_DIRECTORY_LOCK_UNREADABLE' // there is a lock, but it does not say whose
  | 'POSTGRES_DIRECTORY_NOT_A_DATABASE' // files are there, but not those of a database
  | 'POSTGRES_DIRECTORY_NOT_WRITABLE' // cannot be created or written
  | 'POSTGRES_DIRECTORY_OTHER_VERSION' // made by another major version of PostgreSQL
  | 'POSTGRES_DISK_FULL' // too little free space to write safely
  | 'POSTGRES_NEWER_SCHEMA' // a newer Testamur has migrated it
  | 'POSTGRES_NOT_EMPTY' // an import fills an empty database only
  | 'POSTGRES_SERVER_TOO_OLD' // older than PostgreSQL 15
  | 'POSTGRES_STOPPED' // the embedded engine has ended or was stopped by the watchdog
  | 'POSTGRES_UNREACHABLE' // the server of DATABASE_URL does not answer or refuses
  | 'POSTGRES_URL_INVALID'; // DATABASE_URL is not a postgres:// address

export type PostgresProblem = Problem<PostgresCode>;

export function refuse(code: PostgresCode, message: string, hint: string): PostgresProblem {
  return { code, message, hint };
}
