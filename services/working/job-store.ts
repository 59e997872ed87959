import type { Result } from '@testamur/engines/kernel';
import type { ActStores, Instant, Platform, Uuid } from '../authorising/index.ts';
import type { WorkingProblem } from './errors.ts';

/** `dead`: tried for the last time, or refused for good; nothing happens until somebody tries it again. */
export const JOB_STATES = ['waiting', 'failing', 'running', 'done', 'dead'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A job names what it works on and holds nothing of it; errors are codes. */
export type Job = {
  readonly jobId: Uuid;
  readonly queue: string;
  readonly state: JobState;
  readonly organisation: Uuid;
  readonly message: Uuid;
  readonly tries: number;
  readonly createdAt: Instant;
  /** When it is tried next; of a job that waits or fails. */
  readonly nextAt: Instant | undefined;
  readonly endedAt: Instant | undefined;
  readonly error: string | undefined;
};

/** The jobs of all tenants, for whoever runs the platform. */
export type JobStore = {
  /** Newest first. */
  list(states: readonly JobState[], limit: number): Promise<readonly Job[]>;
  find(jobId: Uuid): Promise<Job | undefined>;
  /** Makes it due now, with all its tries before it; false where there is none that could be tried. */
  retry(jobId: Uuid): Promise<boolean>;
};

export type WorkingPlatform = Platform<ActStores & { readonly jobs: JobStore }>;
export type Answer<T> = Promise<Result<T, WorkingProblem>>;
