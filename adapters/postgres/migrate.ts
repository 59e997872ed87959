import { err, ok, type Result } from '@testamur/engines/kernel';
import { type Kysely, type Migration, Migrator } from 'kysely';
import { type PostgresProblem, refuse } from './errors.ts';
import { fitFences } from './fences/fit-fences.ts';
import type { Tables } from './tables.ts';

/** Brings the schema up to this release, and the fences around it. A schema that a newer release has migrated is left alone and refused. */
export async function migrateToLatest(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<Result<readonly string[], PostgresProblem>> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const unknown = await findUnknownMigrations(db, migrations);
  if (unknown.length > 0) return err(newerSchema(unknown));
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  await fitFences(db);
  return ok((results ?? []).map((result) => result.migrationName));
}

async function findUnknownMigrations(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const applied = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  return applied.map((row) => row.name).filter((name) => !(name in migrations));
}

function newerSchema(unknown: readonly string[]): PostgresProblem {
  return refuse(
    'POSTGRES_NEWER_SCHEMA',
    `The database has been used by a newer Testamur (it knows ${unknown.join(', ')}). Nothing was changed.`,
    'Start the newer release, or use another database or data folder.',
  );
}
