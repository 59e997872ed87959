import { backUpKeys, COPY_DAYS, restoreKeys } from '@testamur/adapters/person-keys';
import { settleKeys } from '@testamur/adapters/postgres';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun } from '../../refuse.ts';
import { type Chosen, chooseDatabase, withKeys } from '../db/open-chosen.ts';

/** `testamur privacy copy-keys`: needs no database, and may run while the server does. */
export async function runCopyKeys(given: Chosen, host: Host): Promise<ExitCode> {
  const choice = await chooseDatabase(given, host);
  if (typeof choice === 'number') return choice;
  const { copiesOf } = await import('@testamur/server');
  const folder = choice.configuration.personKeysFolder;
  const copies = copiesOf(folder);
  const { name, keys } = backUpKeys({ folder, copies }, new Date().toISOString());
  host.write(
    given.json
      ? `${JSON.stringify({ schema: 'testamur/keys-copied/1', folder: copies, copy: name, keys })}\n`
      : `${keys} keys are in ${copies}, as ${name}. The copy is destroyed after ${COPY_DAYS} days. The master key is not in it.\n`,
  );
  return EXIT.answered;
}

/** `testamur privacy restore-keys COPY`: then what the database knows of erasures is done again. */
export async function runRestoreKeys(
  given: Chosen & { readonly copy: string },
  host: Host,
): Promise<ExitCode> {
  return withKeys(given, host, async (database, { configuration }) => {
    const { copiesOf } = await import('@testamur/server');
    const folder = configuration.personKeysFolder;
    const restored = restoreKeys({ folder, copies: copiesOf(folder) }, given.copy);
    if (!restored.ok) return cannotRun(restored.error, host, given.json);
    const settled = await settleKeys(database);
    if (!settled.ok) return cannotRun(settled.error, host, given.json);
    const destroyed = restored.value.destroyed + settled.value.destroyed;
    host.write(
      given.json
        ? `${JSON.stringify({ schema: 'testamur/keys-restored/1', ...restored.value, destroyed })}\n`
        : `${restored.value.restored} keys were put back, ${restored.value.kept} were there already, ${destroyed} are of people who were erased and stay destroyed.\n`,
    );
    return EXIT.answered;
  });
}
