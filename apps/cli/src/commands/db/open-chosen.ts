import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Database, type DatabaseOptions, openDatabase } from '@testamur/adapters/postgres';
import type { Configuration } from '@testamur/server';
import type { ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun, refuse } from '../../refuse.ts';

export type Chosen = { readonly data: string | undefined; readonly json: boolean };
export type Choice = {
  readonly name: string;
  readonly options: DatabaseOptions;
  readonly exists: boolean;
  readonly configuration: Configuration;
};

/** The database that the server would open in this environment: DATABASE_URL, else the data folder. */
export async function chooseDatabase(given: Chosen, host: Host): Promise<Choice | ExitCode> {
  const { readConfiguration } = await import('@testamur/server');
  const environment = {
    ...process.env,
    ...(given.data === undefined ? {} : { TESTAMUR_DATA: given.data, DATABASE_URL: '' }),
  };
  const read = readConfiguration(environment, process.cwd());
  if (!read.ok) return refuse([read.error], host, { json: given.json });
  const { databaseUrl, dataFolder } = read.value;
  if (databaseUrl !== undefined)
    return {
      name: 'the server of DATABASE_URL',
      options: { kind: 'server', url: databaseUrl },
      exists: true,
      configuration: read.value,
    };
  return {
    name: dataFolder,
    options: { kind: 'embedded', folder: dataFolder },
    exists: existsSync(path.join(dataFolder, 'database')),
    configuration: read.value,
  };
}

/** Opens it with the keys that belong to it, for a command that writes or reads what is about people. */
export async function withKeys(
  given: Chosen,
  host: Host,
  work: (database: Database, choice: Choice) => Promise<ExitCode>,
): Promise<ExitCode> {
  const choice = await chooseDatabase(given, host);
  if (typeof choice === 'number') return choice;
  const { openKeys } = await import('@testamur/server');
  const opened = openKeys(choice.configuration);
  if (!opened.ok) return cannotRun(opened.error, host, given.json);
  return openChosen(
    { ...choice, options: { ...choice.options, personKeys: opened.value.keys } },
    given,
    host,
    work,
  );
}

/** Opens it for one command. While the server runs on the same data folder, this refuses and names the process. */
export async function withChosen(
  given: Chosen & { readonly isLeftAsFound?: boolean },
  host: Host,
  work: (database: Database, choice: Choice) => Promise<ExitCode>,
): Promise<ExitCode> {
  const choice = await chooseDatabase(given, host);
  return typeof choice === 'number' ? choice : openChosen(choice, given, host, work);
}

async function openChosen(
  choice: Choice,
  given: Chosen & { readonly isLeftAsFound?: boolean },
  host: Host,
  work: (database: Database, choice: Choice) => Promise<ExitCode>,
): Promise<ExitCode> {
  const opened = await openDatabase({ ...choice.options, isLeftAsFound: given.isLeftAsFound === true });
  if (!opened.ok) return cannotRun(opened.error, host, given.json);
  try {
    return await work(opened.value, choice);
  } finally {
    await opened.value.close();
  }
}
