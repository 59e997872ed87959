import { showJob } from '@testamur/services/working';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun } from '../../refuse.ts';
import type { Chosen } from '../db/open-chosen.ts';
import { refuseJob, withPlatform } from './with-platform.ts';

/** `testamur jobs show ID`: it names the message and holds nothing of it. */
export async function runShow(given: Chosen & { readonly job: string }, host: Host): Promise<ExitCode> {
  const refused = refuseJob(given.job, host, given);
  if (refused !== undefined) return refused;
  return withPlatform(given, host, async (platform, request) => {
    const shown = await showJob(platform, request, given.job);
    if (!shown.ok) return cannotRun(shown.error, host, given.json);
    const { jobId, queue, state, organisation, message, tries, createdAt, nextAt, endedAt, error } =
      shown.value;
    const lines = [
      `Job ${jobId} of ${queue}: ${state}`,
      `Works on message ${message} of tenant ${organisation}`,
      `Tries: ${tries}; since ${createdAt}`,
      ...(nextAt === undefined ? [] : [`Next try: ${nextAt}`]),
      ...(endedAt === undefined ? [] : [`Ended: ${endedAt}`]),
      ...(error === undefined ? [] : [`Last error: ${error}`]),
    ];
    host.write(
      given.json
        ? `${JSON.stringify({ schema: 'testamur/job/1', job: shown.value })}\n`
        : `${lines.join('\n')}\n`,
    );
    return EXIT.answered;
  });
}
