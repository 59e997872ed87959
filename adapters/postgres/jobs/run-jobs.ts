import { PgBoss } from 'pg-boss';
import type { Database } from '../database.ts';
import { JOBS_SCHEMA, type JobData, QUEUE_NAMES, type QueueName } from './queues.ts';
import { sweepJobs } from './sweep-jobs.ts';

export type JobToDo = JobData & {
  readonly queue: QueueName;
  /** Nothing comes after this try. */
  readonly isLast: boolean;
};

/** `again` comes back later, after longer and longer; `refused` is given up at once. The word that says why is kept with the job: a code. */
export type JobDone =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string };

export type RunOptions = {
  readonly handle: (job: JobToDo) => Promise<JobDone>;
  /** What went wrong outside any job, as a code or the message of an error. */
  readonly onError: (error: Error) => void;
  /** How often each queue is looked at, in seconds; at least 0.5. */
  readonly pollSeconds?: number;
  /** How often messages without a job are looked for. */
  readonly sweepSeconds?: number;
  /** How many jobs of a queue are done at a time. */
  readonly atOnce?: number;
};

export type RunningJobs = {
  /** Takes no more jobs, waits for those that are being done, then stops; what is not done by then comes back. */
  stop(patienceMs?: number): Promise<void>;
};

class Again extends Error {}

/**
 * Does the jobs of the database until it is stopped. Any number of processes may: a job is given to one of them. A process that dies in the
 * middle of a job loses it to another after its heart has not been heard.
 */
export async function runJobs(database: Database, options: RunOptions): Promise<RunningJobs> {
  const boss = new PgBoss({
    db: { executeSql: database.runStatements },
    schema: JOBS_SCHEMA,
    backend: database.engine === 'embedded' ? 'pglite' : 'postgres',
    migrate: false,
    schedule: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on('error', (error) => options.onError(error));
  await sweepJobs(database, { isAlone: database.engine === 'embedded' });
  await boss.start();
  for (const queue of QUEUE_NAMES) await workOn(boss, database, queue, options);
  const sweeping = sweepAtTimes(database, options);
  return {
    stop: async (patienceMs = 30_000) => {
      sweeping.stop();
      await boss.stop({ graceful: true, timeout: patienceMs, close: false });
      await sweeping.ended();
    },
  };
}

async function workOn(
  boss: PgBoss,
  database: Database,
  queue: QueueName,
  { handle, pollSeconds = 1, atOnce }: RunOptions,
): Promise<void> {
  const concurrency = atOnce ?? (database.engine === 'embedded' ? 1 : 4);
  const options = {
    pollingIntervalSeconds: pollSeconds,
    localConcurrency: concurrency,
    includeMetadata: true,
  } as const;
  await boss.work<JobData>(queue, options, async ([job]) => {
    if (!job) return;
    const isLast = job.retryCount >= job.retryLimit;
    const done = await handle({ ...job.data, queue, isLast });
    if (done.kind === 'again') throw new Again(done.why);
    if (done.kind === 'refused') await giveUp(database, job.id, done.why);
  });
}

/** The engine knows jobs that ran out of tries; one that was refused for good is cancelled, with the reason. */
async function giveUp(database: Database, jobId: string, why: string): Promise<void> {
  await database.runStatements(
    `UPDATE ${JOBS_SCHEMA}.job SET state = 'cancelled', completed_on = now(), output = $2::jsonb WHERE id = $1 AND state = 'active'`,
    [jobId, JSON.stringify({ message: why })],
  );
}

function sweepAtTimes(database: Database, { sweepSeconds = 60, onError }: RunOptions) {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => sweepJobs(database, { isAlone: false })).catch(onError);
  }, sweepSeconds * 1_000);
  return { stop: () => clearInterval(timer), ended: () => running };
}
