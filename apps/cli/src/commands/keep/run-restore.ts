import path from 'node:path';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun, refuse } from '../../refuse.ts';
import { configurationOf } from './read-environment.ts';
import type { KeepArguments } from './run-backup.ts';

/** `testamur restore FOLDER`: exit code 1 when the backup is damaged. */
export async function runRestore(
  given: KeepArguments & { readonly isCheck: boolean },
  host: Host,
): Promise<ExitCode> {
  const configuration = await configurationOf(given, host);
  if (typeof configuration === 'number') return configuration;
  const { checkBackup, restore } = await import('@testamur/server');
  const from = path.resolve(given.folder);
  const done = given.isCheck
    ? await checkBackup(from)
    : await restore({ configuration, from, log: given.log });
  if (!done.ok) {
    const isFault = done.error.code === 'BACKUP_DAMAGED' || done.error.code === 'BACKUP_UNFINISHED';
    return isFault
      ? refuse([done.error], host, { json: given.json, code: EXIT.faultsFound })
      : cannotRun(done.error, host, given.json);
  }
  const { rows, files, madeAt, release } = 'manifest' in done.value ? done.value.manifest : done.value;
  const about = { folder: given.folder, rows, files: files.length, madeAt, release };
  const said = `The backup of ${madeAt} by release ${release} is whole: ${rows} rows, ${files.length} files.`;
  host.write(
    given.json
      ? `${JSON.stringify({ schema: 'testamur/restored/1', isCheck: given.isCheck, ...about })}\n`
      : given.isCheck
        ? `${said}\n`
        : `${said} It was restored; number and hash of every table are those of the backup. Run testamur fsck, then start.\n`,
  );
  return EXIT.answered;
}
