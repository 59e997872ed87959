import { type Kysely, sql, type Transaction } from 'kysely';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';
import type { Tables } from '../tables.ts';
import { JOBS_SCHEMA, QUEUE_NAMES, QUEUES } from './queues.ts';

/**
 * Brings the tables of the job engine to the version that this release was built with, and makes its queues. The engine brings its own plans;
 * they are run in our transaction, so that two processes that start at the same time wait for each other.
 */
export async function installJobs(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`LOCK TABLE schema_fences IN EXCLUSIVE MODE`.execute(trx);
    await bringUp(trx);
    for (const name of QUEUE_NAMES) {
      const options = JSON.stringify(QUEUES[name]);
      await sql`SELECT ${sql.id(JOBS_SCHEMA, 'create_queue')}(${name}, ${options}::jsonb)`.execute(trx);
    }
  });
}

async function bringUp(trx: Transaction<Tables>): Promise<void> {
  const plan = getConstructionPlans(JOBS_SCHEMA);
  const wanted = Number(/INSERT INTO jobs\.version\(version\) VALUES \('(\d+)'\)/.exec(plan)?.[1]);
  if (!Number.isInteger(wanted)) throw new Error('The plan of the job engine does not tell its version.');
  const found = await findVersion(trx);
  if (found === undefined) return void (await runPlan(trx, plan));
  if (found < wanted) await runPlan(trx, getMigrationPlans(JOBS_SCHEMA, found));
}

async function findVersion(trx: Transaction<Tables>): Promise<number | undefined> {
  const known = await sql<{
    known: boolean;
  }>`SELECT to_regclass('jobs.version') IS NOT NULL AS known`.execute(trx);
  if (!known.rows[0]?.known) return undefined;
  const rows = await sql<{ version: number }>`SELECT version FROM jobs.version`.execute(trx);
  return Number(rows.rows[0]?.version);
}

/** A plan begins and commits by itself; here it is part of a transaction. */
async function runPlan(trx: Transaction<Tables>, plan: string): Promise<void> {
  await sql.raw(plan.replace(/^\s*BEGIN;/, '').replace(/COMMIT;\s*$/, '')).execute(trx);
}
