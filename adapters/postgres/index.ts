export type { Database, Work } from './database.ts';
export type { PostgresCode, PostgresProblem } from './errors.ts';
export { openDatabase, type DatabaseOptions } from './open-database.ts';
export {
  findReferenceItem,
  listReferenceSets,
  seedReferenceSet,
  type ReferenceItem,
  type ReferenceSet,
  type SeedOutcome,
  type StoredSet,
} from './reference.ts';
