import { exportPerson } from '@testamur/services/privacy';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun } from '../../refuse.ts';
import { type Chosen, withKeys } from '../db/open-chosen.ts';
import { type AboutPerson, findMistake, openConsole, requestNow } from './open-console.ts';

/** `testamur privacy export PERSON`: the export that the person gets herself, made for her at the console; always JSON. */
export async function runExport(given: Chosen & AboutPerson, host: Host): Promise<ExitCode> {
  const mistake = findMistake(given, host);
  if (mistake !== undefined) return mistake;
  return withKeys(given, host, async (database) => {
    const exported = await exportPerson(await openConsole(database), requestNow(), {
      personId: given.person,
      reason: given.reason,
    });
    if (!exported.ok) return cannotRun(exported.error, host, given.json);
    host.write(`${JSON.stringify(exported.value, null, given.json ? undefined : 2)}\n`);
    return EXIT.answered;
  });
}
