export type { WorkingCode, WorkingProblem } from './errors.ts';
export { JOB_STATES, type Job, type JobState, type JobStore, type WorkingPlatform } from './job-store.ts';
export { listJobs } from './list-jobs.ts';
export { retryJob } from './retry-job.ts';
export { showJob } from './show-job.ts';
