import { err, ok } from '@testamur/engines/kernel';
import { performAct, type Request, type Uuid } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import type { Answer, Job, WorkingPlatform } from './job-store.ts';

/** One job: what it works on, how often it was tried, what went wrong last. */
export function showJob(platform: WorkingPlatform, request: Request, jobId: Uuid): Answer<Job> {
  return performAct(platform, { act: 'working.show-job', request, content: { jobId } }, async ({ jobs }) => {
    const found = await jobs.find(jobId);
    return found ? ok(found) : err(notFound());
  });
}
