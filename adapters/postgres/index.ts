export { openUnitOfWork } from './acting/run-act.ts';
export type { Database, Work } from './database.ts';
export { describeSchema, type SchemaStatus } from './describe-schema.ts';
export type { PostgresCode, PostgresProblem } from './errors.ts';
export {
  type Claim,
  claimRequest,
  type Keyed,
  keepAnswer,
  releaseRequest,
} from './idempotency/claim-request.ts';
export { type JobDone, type JobToDo, type RunningJobs, runJobs } from './jobs/run-jobs.ts';
export { type DatabaseOptions, openDatabase } from './open-database.ts';
export {
  findReferenceItem,
  listReferenceSets,
  type ReferenceItem,
  type ReferenceSet,
  type SeedOutcome,
  type StoredSet,
  seedReferenceSet,
} from './reference.ts';
export { openSharedSecret } from './shared-secret.ts';
export type { PlatformStores } from './stores/open-stores.ts';
export type { ArchiveHead, TableDigest } from './transfer/archive.ts';
export { digestDatabase, exportDatabase } from './transfer/export-database.ts';
export { importDatabase } from './transfer/import-database.ts';
