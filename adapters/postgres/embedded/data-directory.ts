import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '@testamur/engines/kernel';
import { type PostgresProblem, refuse } from '../errors.ts';

/** The major version of PostgreSQL inside the embedded engine that is installed with this release. */
export const EMBEDDED_MAJOR = '18';

/** The data folder holds the database's own directory and, beside it, its lock. */
export type DataDirectory = {
  readonly folder: string;
  readonly database: string;
  readonly lock: string;
  /** There while the database is being created: what a killed first start left behind is no database yet. */
  readonly unfinished: string;
};

/** Creates the folder when absent and checks that it can be written and that this engine can read what is in it. */
export function prepareDataDirectory(folder: string): Result<DataDirectory, PostgresProblem> {
  const database = path.join(folder, 'database');
  const trouble = findWriteTrouble(folder, database);
  if (trouble) return err(notWritable(folder, trouble));
  const unfinished = path.join(folder, 'database.unfinished');
  const version = existsSync(unfinished) ? undefined : readVersion(database);
  if (version === undefined && !existsSync(unfinished) && isOccupied(database))
    return err(notADatabase(database));
  if (version !== undefined && version !== EMBEDDED_MAJOR) return err(otherVersion(folder, version));
  return ok({ folder, database, lock: path.join(folder, 'database.lock'), unfinished });
}

/** Tries rather than asks: permission bits say nothing about a read-only mount, and root passes every `access`. */
function findWriteTrouble(folder: string, database: string): string | undefined {
  const probe = path.join(folder, `.write-probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe);
    if (existsSync(database)) accessSync(database, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

function readVersion(database: string): string | undefined {
  const file = path.join(database, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function isOccupied(database: string): boolean {
  return existsSync(database) && readdirSync(database).length > 0;
}

function notWritable(folder: string, reason: string): PostgresProblem {
  return refuse(
    'POSTGRES_DIRECTORY_NOT_WRITABLE',
    `The data folder ${folder} cannot be created or written (${reason}).`,
    'Give this user the right to write there, or set TESTAMUR_DATA to a folder that can be written, or DATABASE_URL to a PostgreSQL server.',
  );
}

function notADatabase(database: string): PostgresProblem {
  return refuse(
    'POSTGRES_DIRECTORY_NOT_A_DATABASE',
    `The folder ${database} holds files, but not those of a Testamur database. Nothing was changed.`,
    'Set TESTAMUR_DATA to an empty folder, or move these files away.',
  );
}

function otherVersion(folder: string, version: string): PostgresProblem {
  return refuse(
    'POSTGRES_DIRECTORY_OTHER_VERSION',
    `The data folder ${folder} was made by PostgreSQL ${version}; this Testamur carries PostgreSQL ${EMBEDDED_MAJOR}, which cannot read it. Nothing was changed.`,
    'Set TESTAMUR_DATA to an empty folder, or move this one away: what this release keeps there (jurisdictions, schools, packs) is loaded again from its own files.',
  );
}
