import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import {
  type BackupProblem,
  type Checked,
  checkManifest,
  copyFiles,
  type Manifest,
  refuseBackup,
} from '@testamur/adapters/backup';
import {
  type DatabaseOptions,
  importDatabase,
  openDatabase,
  type PostgresProblem,
} from '@testamur/adapters/postgres';
import { err, ok, type Result } from '@testamur/engines/kernel';
import type { Configuration } from '../configuration.ts';
import { databaseOptions } from '../database-options.ts';
import { ARCHIVE, DATA_FILES, LOG_FILES, logOutside } from './what-is-kept.ts';

export type RestoreWanted = {
  readonly configuration: Configuration;
  readonly from: string;
  /** Where the log is to go: not there yet, or empty. */
  readonly log: string | undefined;
};
type Refusal = BackupProblem | PostgresProblem;
type Restored = Result<Manifest, Refusal>;

/** A backup that is whole, read to its last byte. */
export async function checkBackup(from: string): Promise<Result<Checked, BackupProblem>> {
  const checked = await checkManifest(from);
  return checked.ok && checked.value.faults.length > 0 ? err(damaged(from, checked.value.faults)) : checked;
}

/**
 * Begins again from a backup, in an empty place only. What is restored appears whole: it is made beside its place, every table is compared with the
 * backup, and only then it takes its name.
 */
export async function restore(wanted: RestoreWanted): Promise<Restored> {
  const { configuration, from } = wanted;
  const log = logOutside(configuration, wanted.log);
  const checked = await checkBackup(from);
  if (!checked.ok) return checked;
  for (const folder of [configuration.dataFolder, ...(log === undefined ? [] : [log])])
    if (await isOccupied(folder)) return err(notEmpty(folder));
  const { manifest } = checked.value;
  const options = databaseOptions(configuration);
  const done =
    options.kind === 'server' ? await fill(options, from) : await fillBeside(configuration.dataFolder, from);
  if (!done.ok) return done;
  if (options.kind === 'server') await bringFiles(path.join(from, DATA_FILES), configuration.dataFolder);
  // A backup that has the log apart gives it to wherever it lies here, within the data folder too.
  await bringFiles(path.join(from, LOG_FILES), log ?? configuration.logFolder);
  return ok(manifest);
}

const isOccupied = async (folder: string): Promise<boolean> =>
  existsSync(folder) && (await readdir(folder)).length > 0;

async function fillBeside(dataFolder: string, from: string): Promise<Result<null, Refusal>> {
  const beside = `${dataFolder}.restoring`;
  await rm(beside, { recursive: true, force: true });
  await mkdir(path.dirname(beside), { recursive: true });
  await bringFiles(path.join(from, DATA_FILES), beside);
  const filled = await fill({ kind: 'embedded', folder: beside }, from);
  if (filled.ok) {
    await rm(dataFolder, { recursive: true, force: true });
    await rename(beside, dataFolder);
  } else await rm(beside, { recursive: true, force: true });
  return filled;
}

async function fill(options: DatabaseOptions, from: string): Promise<Result<null, PostgresProblem>> {
  const opened = await openDatabase(options);
  if (!opened.ok) return opened;
  const input = createReadStream(path.join(from, ARCHIVE), 'utf8');
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    const imported = await importDatabase(opened.value, lines);
    return imported.ok ? ok(null) : imported;
  } finally {
    lines.close();
    await opened.value.close();
  }
}

async function bringFiles(from: string, to: string): Promise<void> {
  if (existsSync(from)) await copyFiles({ from, to, without: () => false });
}

const notEmpty = (folder: string): BackupProblem =>
  refuseBackup(
    'BACKUP_NOT_EMPTY',
    `There is something in ${folder} already. A backup is restored into an empty place only; nothing was changed.`,
    'Move what is there away, or name another folder.',
  );

const damaged = (folder: string, faults: readonly string[]): BackupProblem =>
  refuseBackup(
    'BACKUP_DAMAGED',
    `The backup in ${folder} is not as it was made: ${faults.slice(0, 5).join('; ')}${faults.length > 5 ? `; and ${faults.length - 5} more` : ''}. Nothing was changed.`,
    'Use another copy of it, or an earlier backup.',
  );
