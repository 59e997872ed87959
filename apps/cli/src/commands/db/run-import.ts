import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { importDatabase } from '@testamur/adapters/postgres';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun, refuse } from '../../refuse.ts';
import { type Chosen, withChosen } from './open-chosen.ts';

/** `testamur db import FILE`: fills an empty database from an export, all or nothing, and compares every table with it. */
export async function runImport(given: Chosen & { readonly file: string }, host: Host): Promise<ExitCode> {
  if (!existsSync(given.file))
    return refuse(
      [
        {
          code: 'INPUT_FILE',
          message: `${given.file} cannot be read.`,
          hint: 'Name the file that `testamur db export` wrote.',
        },
      ],
      host,
      given,
    );
  return withChosen(given, host, async (database, { name }) => {
    const lines = createInterface({
      input: createReadStream(given.file, 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    const imported = await importDatabase(database, lines);
    lines.close();
    if (!imported.ok) return cannotRun(imported.error, host, given.json);
    const rows = imported.value.reduce((sum, one) => sum + one.rows, 0);
    host.write(
      given.json
        ? `${JSON.stringify({ schema: 'testamur/db-imported/1', tables: imported.value })}\n`
        : `${rows} rows are in ${name}; number and hash of every table are those of the export.\n`,
    );
    return EXIT.answered;
  });
}
