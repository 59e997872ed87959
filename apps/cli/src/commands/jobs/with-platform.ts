import type { PlatformStores } from '@testamur/adapters/postgres';
import { isUuid, type Platform, type Request } from '@testamur/services/authorising';
import type { ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { refuse } from '../../refuse.ts';
import { type Chosen, withKeys } from '../db/open-chosen.ts';

/** Opens the database and acts there as whoever works at the console. */
export function withPlatform(
  given: Chosen,
  host: Host,
  work: (platform: Platform<PlatformStores>, request: Request) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withKeys(given, host, async (database) => {
    const { openPlatform } = await import('@testamur/server');
    const request: Request = { actor: { kind: 'console' }, at: new Date().toISOString(), site: 'console' };
    return work(openPlatform(database), request);
  });
}

/** What is said of a word that is no id of a job. */
export function refuseJob(job: string, host: Host, given: Chosen): ExitCode | undefined {
  if (isUuid(job)) return undefined;
  const message = `${job} is no id of a job.`;
  return refuse([{ code: 'INPUT_ARGUMENTS', message, hint: 'testamur jobs list shows them.' }], host, given);
}
