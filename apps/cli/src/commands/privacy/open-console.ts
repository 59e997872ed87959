import type { Database } from '@testamur/adapters/postgres';
import { isUuid } from '@testamur/services/authorising';
import type { ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { refuse } from '../../refuse.ts';

/** What acts at the console are given. */
export async function openConsole(database: Database) {
  const { openPlatform } = await import('@testamur/server');
  return { ...openPlatform(database), personKeys: database.keys };
}

export const requestNow = () =>
  ({ actor: { kind: 'console' }, at: new Date().toISOString(), site: 'console' }) as const;

export type AboutPerson = { readonly person: string; readonly reason: string; readonly json: boolean };

/** Refuses what names no person or no reason, before a database is opened. */
export function findMistake(given: AboutPerson, host: Host): ExitCode | undefined {
  if (!isUuid(given.person))
    return refuse(
      [{ code: 'INPUT_ARGUMENTS', message: `${given.person} is no id of a person.` }],
      host,
      given,
    );
  if (given.reason.trim() === '')
    return refuse(
      [{ code: 'INPUT_ARGUMENTS', option: '--reason', message: 'Say who asked for it, when and how.' }],
      host,
      given,
    );
  return undefined;
}
