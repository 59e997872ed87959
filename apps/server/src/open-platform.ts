import { randomBytes, randomUUID } from 'node:crypto';
import { type Database, openUnitOfWork, type PlatformStores } from '@testamur/adapters/postgres';
import { authoriseByMatrix, type Platform } from '@testamur/services/authorising';
import type { HaltSwitch } from './halting/halt-switch.ts';

/** What the services are given: the only way from a request or a job to the data. Without `halt` that of this machine is not looked at. */
export const openPlatform = (database: Database, halt?: HaltSwitch): Platform<PlatformStores> => ({
  unitOfWork: openUnitOfWork(database),
  authorise: authoriseByMatrix,
  ...(halt && { haltHere: halt.here }),
  newId: () => randomUUID(),
  newSecret: () => randomBytes(32).toString('base64url'),
});
