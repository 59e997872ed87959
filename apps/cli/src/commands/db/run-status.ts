import { describeSchema } from '@testamur/adapters/postgres';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun } from '../../refuse.ts';
import { type Chosen, chooseDatabase, withChosen } from './open-chosen.ts';

/** `testamur db status`: how the schema stands to this release; changes nothing. Exit code 1 when `db migrate` has something to do. */
export async function runStatus(given: Chosen, host: Host): Promise<ExitCode> {
  const choice = await chooseDatabase(given, host);
  if (typeof choice === 'number') return choice;
  if (!choice.exists) {
    host.write(
      given.json
        ? `${JSON.stringify({ schema: 'testamur/db-status/1', exists: false })}\n`
        : `There is no database in ${choice.name} yet.\n`,
    );
    return EXIT.faultsFound;
  }
  return withChosen({ ...given, isLeftAsFound: true }, host, async (database, { name }) => {
    const status = await describeSchema(database);
    if (!status.ok) return cannotRun(status.error, host, given.json);
    const { applied, pending, unknown, isFenced } = status.value;
    const lines = [
      `${name} (${database.engine})`,
      `Applied: ${applied.join(', ') || 'nothing'}`,
      ...(pending.length > 0 ? [`To be applied: ${pending.join(', ')}`] : []),
      ...(unknown.length > 0 ? [`Applied by a newer release: ${unknown.join(', ')}`] : []),
      isFenced
        ? 'Row-level security and audit triggers are those of this release.'
        : 'Row-level security and audit triggers are to be fitted to this release.',
    ];
    host.write(
      given.json
        ? `${JSON.stringify({ schema: 'testamur/db-status/1', exists: true, engine: database.engine, ...status.value })}\n`
        : `${lines.join('\n')}\n`,
    );
    return pending.length + unknown.length === 0 && isFenced ? EXIT.answered : EXIT.faultsFound;
  });
}
