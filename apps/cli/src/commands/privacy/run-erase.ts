import { erasePerson } from '@testamur/services/privacy';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun } from '../../refuse.ts';
import { type Chosen, withKeys } from '../db/open-chosen.ts';
import { type AboutPerson, findMistake, openConsole, requestNow } from './open-console.ts';

/** `testamur privacy erase PERSON`: for what was granted, or asked for by somebody who cannot sign in. */
export async function runErase(given: Chosen & AboutPerson, host: Host): Promise<ExitCode> {
  const mistake = findMistake(given, host);
  if (mistake !== undefined) return mistake;
  return withKeys(given, host, async (database) => {
    const erased = await erasePerson(await openConsole(database), requestNow(), {
      personId: given.person,
      reason: given.reason,
    });
    if (!erased.ok) return cannotRun(erased.error, host, given.json);
    const { erasedAt, keysDestroyed, signInsRemoved, membershipsEnded, copiesOfKeysGoneBy } = erased.value;
    host.write(
      given.json
        ? `${JSON.stringify(erased.value)}\n`
        : `${given.person} was erased at ${erasedAt}: ${keysDestroyed} keys destroyed, ${signInsRemoved} ways to sign in removed, ${membershipsEnded} memberships ended.\nCopies of keys that you keep elsewhere must be gone by ${copiesOfKeysGoneBy}.\n`,
    );
    return EXIT.answered;
  });
}
