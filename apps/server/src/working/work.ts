import type { Database, PlatformStores } from '@testamur/adapters/postgres';
import type { Problem, Result } from '@testamur/engines/kernel';
import type { Platform } from '@testamur/services/authorising';
import type { FastifyBaseLogger } from 'fastify';
import type { Configuration } from '../configuration.ts';
import type { PublicLog } from '../log/open-public-log.ts';
import type { Telemetry } from '../observing/open-telemetry.ts';

export type WorkParts = {
  readonly configuration: Configuration;
  readonly database: Database;
  readonly platform: Platform<PlatformStores>;
  /** Absent where no key is configured: public acts then wait in the database. */
  readonly publicLog: PublicLog | undefined;
  readonly telemetry: Telemetry;
  readonly log: FastifyBaseLogger;
};

export type RunningWork = {
  /** Takes nothing new, and waits for what has begun. */
  stop(): Promise<void>;
};

/** One kind of work that goes on beside the answering of requests. It must be right however many processes do it at the same time. */
export type Work = {
  readonly name: string;
  readonly start: (parts: WorkParts) => Promise<Result<RunningWork, Problem>>;
};
