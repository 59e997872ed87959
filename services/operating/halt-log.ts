import type { Result } from '@testamur/engines/kernel';
import type { ActStores, HaltScope, Instant, Platform, Uuid } from '../authorising/index.ts';
import type { OperatingProblem } from './errors.ts';

export type HaltRow = {
  readonly haltId: Uuid;
  readonly scope: HaltScope;
  readonly reason: string;
  readonly startsAt: Instant;
  /** Absent: whoever works at the machine. */
  readonly haltedBy: Uuid | undefined;
};

export type Lifting = { readonly at: Instant; readonly liftedBy: Uuid | undefined };

export type HaltLog = {
  add(organisation: Uuid, row: HaltRow): Promise<void>;
  /** Ends every halt that is in force or set for later; how many. */
  liftAll(organisation: Uuid, lifting: Lifting): Promise<number>;
};

export type OperatingStores = ActStores & {
  readonly haltLog: HaltLog;
  readonly institutions: { findPlatform(): Promise<{ readonly organisation: Uuid } | undefined> };
};
export type OperatingPlatform = Platform<OperatingStores>;
export type Answer<T> = Promise<Result<T, OperatingProblem>>;
