import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { type Chosen, withChosen } from './open-chosen.ts';

/** `testamur db migrate`: brings the schema up to this release, as every start does; for those who want it done before a start. */
export const runMigrate = (given: Chosen, host: Host): Promise<ExitCode> =>
  withChosen(given, host, async (database, { name }) => {
    host.write(
      given.json
        ? `${JSON.stringify({ schema: 'testamur/db-migrated/1', engine: database.engine })}\n`
        : `${name} is at this release.\n`,
    );
    return EXIT.answered;
  });
