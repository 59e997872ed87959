import type { TestProject } from 'vitest/node';
import { startPostgres } from '../postgres/index.ts';
import type {} from '../provided-context.ts';

/** Runs once before the database tests: the server of DATABASE_URL or one of our own, and one of the oldest release that we support. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const newest = given ? undefined : await startPostgres(18);
  const oldest = await startPostgres(15);
  project.provide('databaseUrl', newest?.url ?? given ?? '');
  project.provide('oldestDatabaseUrl', oldest.url);
  return async () => {
    await newest?.stop();
    await oldest.stop();
  };
}
