import type { Configuration } from '@testamur/server';
import type { ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { refuse } from '../../refuse.ts';
import type { Chosen } from '../db/open-chosen.ts';

/** The environment of a command: `--data` means the embedded database in that folder. */
export const environmentOf = (given: Chosen): Readonly<Record<string, string | undefined>> => ({
  ...process.env,
  ...(given.data === undefined ? {} : { TESTAMUR_DATA: given.data, DATABASE_URL: '', DATABASE_URL_FILE: '' }),
});

export async function configurationOf(given: Chosen, host: Host): Promise<Configuration | ExitCode> {
  const { readConfiguration } = await import('@testamur/server');
  const read = readConfiguration(environmentOf(given), process.cwd());
  return read.ok ? read.value : refuse([read.error], host, { json: given.json });
}
