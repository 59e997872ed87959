import type { TestProject } from 'vitest/node';
import { startPostgres } from '../postgres/index.ts';
import type {} from '../provided-context.ts';

/** Runs once before the database tests. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.DATABASE_URL;
  if (given) {
    project.provide('databaseUrl', given);
    return undefined;
  }
  const postgres = await startPostgres();
  project.provide('databaseUrl', postgres.url);
  return postgres.stop;
}
