import path from 'node:path';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun } from '../../refuse.ts';
import type { Chosen } from '../db/open-chosen.ts';
import { configurationOf } from './read-environment.ts';

export type KeepArguments = Chosen & { readonly folder: string; readonly log: string | undefined };

/** `testamur backup FOLDER` */
export async function runBackup(given: KeepArguments, host: Host): Promise<ExitCode> {
  const configuration = await configurationOf(given, host);
  if (typeof configuration === 'number') return configuration;
  const { backUp } = await import('@testamur/server');
  const made = await backUp({
    configuration,
    into: path.resolve(given.folder),
    log: given.log,
    personKeys: configuration.personKeysFolder,
    madeAt: new Date().toISOString(),
  });
  if (!made.ok) return cannotRun(made.error, host, given.json);
  const { manifest, sha256 } = made.value;
  host.write(
    given.json
      ? `${JSON.stringify({ schema: 'testamur/backed-up/1', folder: given.folder, rows: manifest.rows, files: manifest.files.length, sha256 })}\n`
      : `${manifest.rows} rows and ${manifest.files.length} files are in ${given.folder}. Keep it as you keep the database: it holds what the database holds.\nThe keys of persons are not in it.\nSHA-256 of its manifest, to be written down elsewhere: ${sha256}\n`,
  );
  return EXIT.answered;
}
