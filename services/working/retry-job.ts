import { err, ok } from '@testamur/engines/kernel';
import { performAct, type Request, type Uuid } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import type { Answer, WorkingPlatform } from './job-store.ts';

/** Tries a job again now: one that was given up, or one that waits for its next turn. */
export function retryJob(
  platform: WorkingPlatform,
  request: Request,
  jobId: Uuid,
): Answer<{ readonly jobId: Uuid }> {
  return performAct(platform, { act: 'working.retry-job', request, content: { jobId } }, async ({ jobs }) =>
    (await jobs.retry(jobId)) ? ok({ jobId }) : err(notFound()),
  );
}
