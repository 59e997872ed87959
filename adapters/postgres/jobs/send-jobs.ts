import { CompiledQuery, sql, type Transaction } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Tables } from '../tables.ts';
import { JOBS_SCHEMA, type JobData, type QueueName } from './queues.ts';

export type WantedJob = JobData & { readonly queue: QueueName };

/**
 * Sends jobs in the transaction of the act that needs them: both are there, or neither. Requests own nothing of the engine, so this is the last
 * step of the transaction, as the owner. The sender is made for one transaction and never started: it keeps no timer and no other connection.
 */
export async function sendJobs(trx: Transaction<Tables>, wanted: readonly WantedJob[]): Promise<void> {
  if (wanted.length === 0) return;
  await sql`SELECT set_config('role', 'none', true)`.execute(trx);
  const db = {
    executeSql: async (text: string, values: unknown[] = []) => ({
      rows: (await trx.executeQuery(CompiledQuery.raw(text, values))).rows as unknown[],
    }),
  };
  const sender = new PgBoss({ db, schema: JOBS_SCHEMA });
  for (const queue of new Set(wanted.map((job) => job.queue))) {
    const jobs = wanted
      .filter((job) => job.queue === queue)
      .map(({ organisation, message }) => ({ data: { organisation, message }, singletonKey: message }));
    await sender.insert(queue, jobs, { db });
  }
}
