import { ok } from '@testamur/engines/kernel';
import { performAct, type Request } from '../authorising/index.ts';
import { type Answer, JOB_STATES, type Job, type JobState, type WorkingPlatform } from './job-store.ts';

const MOST = 500;

/** The newest jobs of all tenants, in these states or in all. */
export function listJobs(
  platform: WorkingPlatform,
  request: Request,
  states: readonly JobState[] = JOB_STATES,
): Answer<readonly Job[]> {
  return performAct(platform, { act: 'working.list-jobs', request, content: { states } }, async ({ jobs }) =>
    ok(await jobs.list(states, MOST)),
  );
}
