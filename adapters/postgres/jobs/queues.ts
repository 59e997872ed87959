/** The schema of the database that belongs to the job engine. */
export const JOBS_SCHEMA = 'jobs';

/**
 * One queue per channel. A job names a row of the outbox and holds nothing else: the row is the truth, and only one job per row is alive
 * (`exclusive`). Some sixteen hours of trying, at first after seconds, at last every two hours.
 */
const COMMON = {
  policy: 'exclusive',
  retryBackoff: true,
  retryDelay: 15,
  retryDelayMax: 7_200,
  expireInSeconds: 120,
  heartbeatSeconds: 20,
  retentionSeconds: 30 * 86_400,
  deleteAfterSeconds: 30 * 86_400,
} as const;

export const QUEUES = {
  mail: { ...COMMON, retryLimit: 16 },
  webhook: { ...COMMON, retryLimit: 16 },
} as const;

export type QueueName = keyof typeof QUEUES;
export const QUEUE_NAMES = Object.keys(QUEUES) as readonly QueueName[];

/** What a job says: which row to look at. */
export type JobData = { readonly organisation: string; readonly message: string };
