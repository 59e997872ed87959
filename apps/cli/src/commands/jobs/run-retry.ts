import { retryJob } from '@testamur/services/working';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun } from '../../refuse.ts';
import type { Chosen } from '../db/open-chosen.ts';
import { refuseJob, withPlatform } from './with-platform.ts';

/** `testamur jobs retry ID`: makes it due now; a worker takes it. */
export async function runRetry(given: Chosen & { readonly job: string }, host: Host): Promise<ExitCode> {
  const refused = refuseJob(given.job, host, given);
  if (refused !== undefined) return refused;
  return withPlatform(given, host, async (platform, request) => {
    const retried = await retryJob(platform, request, given.job);
    if (!retried.ok) return cannotRun(retried.error, host, given.json);
    host.write(
      given.json
        ? `${JSON.stringify({ schema: 'testamur/job-retried/1', job: given.job })}\n`
        : `Job ${given.job} is due now.\n`,
    );
    return EXIT.answered;
  });
}
