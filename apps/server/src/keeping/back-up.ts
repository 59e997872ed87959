import { existsSync } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import {
  type BackupProblem,
  copyFiles,
  type Manifest,
  refuseBackup,
  writeManifest,
} from '@testamur/adapters/backup';
import {
  describeSchema,
  exportDatabase,
  openDatabase,
  type PostgresProblem,
} from '@testamur/adapters/postgres';
import { err, ok, type Result } from '@testamur/engines/kernel';
import type { Configuration } from '../configuration.ts';
import { databaseOptions } from '../database-options.ts';
import { VERSION } from '../version.ts';
import { ARCHIVE, DATA_FILES, isLeftOut, LOG_FILES, logOutside } from './what-is-kept.ts';

export type BackupWanted = {
  readonly configuration: Configuration;
  /** Where to: not there yet, or empty. */
  readonly into: string;
  /** The folder of the transparency log, where it lies neither in the data folder nor where the configuration says. */
  readonly log: string | undefined;
  /** The keys of persons: never copied, wherever they lie. */
  readonly personKeys: string | undefined;
  readonly madeAt: string;
};
export type BackedUp = { readonly manifest: Manifest; readonly sha256: string };
type Refusal = BackupProblem | PostgresProblem;

/**
 * Everything that is needed to begin again elsewhere, in one folder: files first, then all rows of one moment, then the manifest. In this order the
 * log that is copied never knows an act that the rows do not.
 */
export async function backUp(wanted: BackupWanted): Promise<Result<BackedUp, Refusal>> {
  const { configuration, into } = wanted;
  if (existsSync(into) && (await readdir(into)).length > 0) return err(notEmpty(into));
  const opened = await openDatabase({ ...databaseOptions(configuration), isLeftAsFound: true });
  if (!opened.ok) return opened;
  const database = opened.value;
  try {
    const schema = await describeSchema(database);
    if (!schema.ok) return schema;
    if (schema.value.pending.length > 0) return err(behind());
    await mkdir(into, { recursive: true, mode: 0o700 });
    await copyData(wanted, database.engine === 'embedded');
    const exported = await writeArchive(path.join(into, ARCHIVE), (write) => exportDatabase(database, write));
    if (!exported.ok) return exported;
    const { migrations, tables } = exported.value;
    const rows = tables.reduce((sum, one) => sum + one.rows, 0);
    const about = { madeAt: wanted.madeAt, release: VERSION, engine: database.engine, migrations, rows };
    return ok(await writeManifest(into, about));
  } catch (error) {
    const problem = describeDisk(into, error);
    if (problem) return err(problem);
    throw error;
  } finally {
    await database.close();
  }
}

async function copyData(
  { configuration, into, log: named, personKeys }: BackupWanted,
  isAlone: boolean,
): Promise<void> {
  const { dataFolder, masterKeyFile } = configuration;
  const log = logOutside(configuration, named);
  if (existsSync(dataFolder)) {
    const without = isLeftOut([log, personKeys, masterKeyFile, into], dataFolder);
    await copyFiles({ from: dataFolder, to: path.join(into, DATA_FILES), without, first: isCheckpoint });
  }
  if (log === undefined || !existsSync(log)) return;
  // While others write, the journal belongs to a later moment than the checkpoint; the rows tell what was in it.
  const without = (name: string) =>
    name.startsWith('.writer') && (!isAlone || name !== '.writer/journal') && name !== '.writer';
  await copyFiles({ from: log, to: path.join(into, LOG_FILES), without, first: isCheckpoint });
}

const isCheckpoint = (name: string): boolean => path.posix.basename(name) === 'checkpoint';

async function writeArchive<T>(
  file: string,
  run: (write: (line: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const handle = await open(file, 'wx', 0o600);
  try {
    const done = await run(async (line) => void (await handle.write(line)));
    await handle.sync();
    return done;
  } finally {
    await handle.close();
  }
}

const notEmpty = (into: string): BackupProblem =>
  refuseBackup(
    'BACKUP_NOT_EMPTY',
    `There is something in ${into} already. A backup is never written over another.`,
    'Name a folder that is not there yet, such as one with the date in its name.',
  );

const behind = (): PostgresProblem => ({
  code: 'POSTGRES_ARCHIVE_OTHER_RELEASE',
  message: 'The database is that of an older release: a backup is made by the release that wrote it.',
  hint: 'Back up with the older release, or run testamur db migrate first.',
});

/** Such a folder has no manifest, so nobody takes it for a backup. */
function describeDisk(folder: string, error: unknown): BackupProblem | undefined {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (!/^E[A-Z]+$/.test(code)) return undefined;
  return refuseBackup(
    'BACKUP_UNWRITABLE',
    `The backup in ${folder} could not be written (${code}). It has no manifest and is of no use.`,
    code === 'ENOSPC'
      ? 'Make room or name another disk, delete this folder and try again.'
      : 'Check the rights of the folder.',
  );
}
