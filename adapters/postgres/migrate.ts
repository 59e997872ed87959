import { err, ok, type Result } from '@testamur/engines/kernel';
import { type Kysely, type Migration, Migrator } from 'kysely';
import { type PostgresProblem, refuse } from './errors.ts';
import { fitFences } from './fences/fit-fences.ts';
import { installJobs } from './jobs/install-jobs.ts';
import { migrations } from './migrations/all.ts';
import type { Tables } from './tables.ts';

export type SchemaOptions = {
  /** Leaves the schema as it is found, to look at it. */
  readonly isLeftAsFound?: boolean;
  /** Those of an older release, to make a database as it left it; the present ones otherwise. */
  readonly migrations?: Readonly<Record<string, Migration>>;
};

/** What opening a database does to its schema; the names of the migrations that were applied. */
export async function prepareSchema(
  db: Kysely<Tables>,
  options: SchemaOptions,
): Promise<Result<readonly string[], PostgresProblem>> {
  return options.isLeftAsFound ? ok([]) : migrateToLatest(db, options.migrations ?? migrations);
}

/** Brings the schema up to this release, and then the fences around it: they are made for its tables and no others. A schema that a newer release has migrated is left alone and refused. */
export async function migrateToLatest(
  db: Kysely<Tables>,
  given: Readonly<Record<string, Migration>>,
): Promise<Result<readonly string[], PostgresProblem>> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...given }) } });
  const unknown = await findUnknownMigrations(db, given);
  if (unknown.length > 0) return err(newerSchema(unknown));
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  const isWhole = Object.keys(migrations).every((name) => name in given);
  if (isWhole) await installJobs(db);
  if (isWhole) await fitFences(db);
  return ok((results ?? []).map((result) => result.migrationName));
}

async function findUnknownMigrations(
  db: Kysely<Tables>,
  given: Readonly<Record<string, Migration>>,
): Promise<readonly string[]> {
  return (await listAppliedMigrations(db)).filter((name) => !(name in given));
}

/** The names of the migrations that the database knows, in their order. */
export async function listAppliedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const applied = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  return applied.map((row) => row.name);
}

function newerSchema(unknown: readonly string[]): PostgresProblem {
  return refuse(
    'POSTGRES_NEWER_SCHEMA',
    `The database has been used by a newer Testamur (it knows ${unknown.join(', ')}). Nothing was changed.`,
    'Start the newer release, or use another database or data folder.',
  );
}
