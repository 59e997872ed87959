import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { exportDatabase } from '@testamur/adapters/postgres';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun, refuse } from '../../refuse.ts';
import { type Chosen, withChosen } from './open-chosen.ts';

/** `testamur db export FILE`: everything, of one moment, in one file that only its owner can read. It appears when it is whole and on the disk. */
export async function runExport(given: Chosen & { readonly file: string }, host: Host): Promise<ExitCode> {
  if (existsSync(given.file))
    return refuse(
      [
        {
          code: 'INPUT_ARGUMENTS',
          message: `${given.file} is there already.`,
          hint: 'Name a file that does not exist yet.',
        },
      ],
      host,
      given,
    );
  return withChosen(given, host, async (database) => {
    const part = `${given.file}.part`;
    const file = await open(part, 'w', 0o600);
    try {
      const exported = await exportDatabase(database, async (line) => void (await file.write(line)));
      if (!exported.ok) return cannotRun(exported.error, host, given.json);
      await file.sync();
      await rename(part, given.file);
      const rows = exported.value.tables.reduce((sum, one) => sum + one.rows, 0);
      host.write(
        given.json
          ? `${JSON.stringify({ schema: 'testamur/db-exported/1', file: given.file, tables: exported.value.tables })}\n`
          : `${rows} rows of ${exported.value.tables.length} tables are in ${given.file}. Keep it as you keep the database: it holds what the database holds.\n`,
      );
      return EXIT.answered;
    } finally {
      await file.close();
      await rm(part, { force: true });
    }
  });
}
