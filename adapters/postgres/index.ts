export { openUnitOfWork } from './acting/run-act.ts';
export type { Database, PoolState, Work } from './database.ts';
export { describeSchema, type SchemaStatus } from './describe-schema.ts';
export { MINIMUM_FREE_BYTES } from './embedded/free-space.ts';
export type { PostgresCode, PostgresProblem } from './errors.ts';
export { type Forgotten, forgetExpired, INVITATION_DAYS } from './forget-expired.ts';
export { checkDatabase, type DatabaseFault, type DatabaseReport } from './fsck/check-database.ts';
export { checkTrail, type TrailFault, type TrailReport } from './fsck/check-trail.ts';
export {
  type Claim,
  claimRequest,
  type Keyed,
  keepAnswer,
  releaseRequest,
} from './idempotency/claim-request.ts';
export { type JobDone, type JobToDo, type RunningJobs, runJobs } from './jobs/run-jobs.ts';
export { migrations as MIGRATIONS } from './migrations/all.ts';
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
export { openLeafQueue, type QueueOptions } from './sequencing/leaf-queue.ts';
export { readServerFacts, type ServerFacts } from './server-facts.ts';
export { type KeysSettled, settleKeys } from './settle-keys.ts';
export { openSharedSecret } from './shared-secret.ts';
export { findHalt } from './stores/halt-store.ts';
export type { PlatformStores } from './stores/open-stores.ts';
export { type Allowance, type AllowanceAsked, takeAllowance } from './take-allowance.ts';
export type { ArchiveHead, TableDigest } from './transfer/archive.ts';
export { digestDatabase, exportDatabase } from './transfer/export-database.ts';
export { importDatabase } from './transfer/import-database.ts';
