import type { Job, JobState, JobStore } from '@testamur/services/working';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

type Row = {
  readonly job_id: string;
  readonly queue: string;
  readonly state: JobState;
  readonly organisation: string;
  readonly message: string;
  readonly tries: number;
  readonly created_at: string;
  readonly next_at: string | null;
  readonly ended_at: string | null;
  readonly error: string | null;
};

/** Through the functions of the fences: a request sees and changes no table of the job engine. */
export function openJobStore(trx: Transaction<Tables>): JobStore {
  return {
    list: async (states, limit) => {
      const found = await sql<{
        job: Row;
      }>`SELECT fence.list_jobs(${[...states]}::text[], ${limit}) AS job`.execute(trx);
      return found.rows.map((row) => toJob(row.job));
    },
    find: async (jobId) => {
      const found = await sql<{ job: Row }>`SELECT fence.find_job(${jobId}) AS job`.execute(trx);
      return found.rows[0] && toJob(found.rows[0].job);
    },
    retry: async (jobId) => {
      const done = await sql<{ done: boolean }>`SELECT fence.retry_job(${jobId}) AS done`.execute(trx);
      return done.rows[0]?.done === true;
    },
  };
}

/** The database writes instants with its own zone and digits. */
const instant = (text: string | null): string | undefined =>
  text === null ? undefined : new Date(text).toISOString();

const toJob = (row: Row): Job => ({
  jobId: row.job_id,
  queue: row.queue,
  state: row.state,
  organisation: row.organisation,
  message: row.message,
  tries: row.tries,
  createdAt: new Date(row.created_at).toISOString(),
  nextAt: instant(row.next_at),
  endedAt: instant(row.ended_at),
  error: row.error ?? undefined,
});
