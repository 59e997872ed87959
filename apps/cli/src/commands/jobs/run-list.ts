import { JOB_STATES, type Job, type JobState, listJobs } from '@testamur/services/working';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun, refuse } from '../../refuse.ts';
import { drawTable } from '../../show/table.ts';
import type { Chosen } from '../db/open-chosen.ts';
import { withPlatform } from './with-platform.ts';

/** `testamur jobs list`. Exit code 1 when there is a job that was given up. */
export async function runList(
  given: Chosen & { readonly states: readonly string[] | undefined },
  host: Host,
): Promise<ExitCode> {
  const states = given.states ?? JOB_STATES.filter((state) => state !== 'done');
  const strange = states.find((state) => !(JOB_STATES as readonly string[]).includes(state));
  if (strange !== undefined)
    return refuse(
      [
        {
          code: 'INPUT_ARGUMENTS',
          option: '--state',
          message: `${strange} is none of ${JOB_STATES.join(', ')}.`,
        },
      ],
      host,
      given,
    );
  return withPlatform(given, host, async (platform, request) => {
    const listed = await listJobs(platform, request, states as readonly JobState[]);
    if (!listed.ok) return cannotRun(listed.error, host, given.json);
    host.write(
      given.json
        ? `${JSON.stringify({ schema: 'testamur/jobs/1', jobs: listed.value })}\n`
        : `${describe(listed.value, host.width)}\n`,
    );
    return listed.value.some((job) => job.state === 'dead') ? EXIT.faultsFound : EXIT.answered;
  });
}

function describe(jobs: readonly Job[], width: number): string {
  if (jobs.length === 0) return 'There are none.';
  const rows = jobs.map((job) => [
    job.jobId,
    job.queue,
    job.state,
    String(job.tries),
    job.createdAt,
    job.nextAt ?? job.endedAt ?? '',
    job.error ?? '',
  ]);
  const cells = rows.map((row) => row.map((text) => ({ text })));
  return drawTable(['job', 'queue', 'state', 'tries', 'since', 'next or end', 'error'], cells, width);
}
